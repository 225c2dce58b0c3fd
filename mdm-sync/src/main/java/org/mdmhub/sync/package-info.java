/** The way out and back: targets, mapping, delivery, connectors, sandboxes. Connectors are nobody else's business. */
@ApplicationModule(
        displayName = "Sync",
        allowedDependencies = {"record", "organisation", "source", "quality", "reference", "merge"})
@NullMarked
package org.mdmhub.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
