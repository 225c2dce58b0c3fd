/** Who changed what, when and why. The only package that knows the audit library. */
@org.springframework.modulith.ApplicationModule(
        displayName = "History",
        allowedDependencies = {"record", "organisation"})
@NullMarked
package org.mdmhub.history;

import org.jspecify.annotations.NullMarked;
