/** Code tables: countries and regions, currencies, units. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reference data",
        allowedDependencies = {})
@NullMarked
package org.mdmhub.reference;

import org.jspecify.annotations.NullMarked;
