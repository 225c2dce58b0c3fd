/** The way out: what each target should hold and holds, and the couriers that bring it there. */
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"record", "organisation", "source", "sync.target", "sync.mapping"})
@NullMarked
package org.mdmhub.sync.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
