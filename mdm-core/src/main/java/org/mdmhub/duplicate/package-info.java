/** What people do about look-alikes: the queue of them in groups, many decided at once and taken back, linked instead of merged. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Duplicates",
        allowedDependencies = {"record", "organisation", "matching", "matching :: batch", "request", "road"})
@NullMarked
package org.mdmhub.duplicate;

import org.jspecify.annotations.NullMarked;
