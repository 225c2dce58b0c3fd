/** The tree of organisations, who somebody is and what he may see and do where. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisations",
        allowedDependencies = {})
@NullMarked
package org.mdmhub.organisation;

import org.jspecify.annotations.NullMarked;
