/** Code tables: what there is to choose from, in both languages, with validity and what the targets call it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reference data",
        allowedDependencies = {"organisation", "history"})
@NullMarked
package org.mdmhub.reference;

import org.jspecify.annotations.NullMarked;
