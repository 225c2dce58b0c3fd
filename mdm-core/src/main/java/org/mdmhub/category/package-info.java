/** The tree of categories of a kind of master: what each node asks for, and how names are built from it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Categories",
        allowedDependencies = {"record", "organisation", "quality", "reference", "request", "setting"})
@NullMarked
package org.mdmhub.category;

import org.jspecify.annotations.NullMarked;
