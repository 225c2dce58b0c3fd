/** Is this a good record? One gate for every door. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {"record", "organisation", "history", "reference", "request", "setting", "job"})
@NullMarked
package org.mdmhub.quality;

import org.jspecify.annotations.NullMarked;
