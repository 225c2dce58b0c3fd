/** Lists that somebody gives in to see what the hub has of them and what stands in them twice. Nothing is created of them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Lists",
        allowedDependencies = {"record", "organisation", "quality", "matching", "reference", "job"})
@NullMarked
package org.mdmhub.listing;

import org.jspecify.annotations.NullMarked;
