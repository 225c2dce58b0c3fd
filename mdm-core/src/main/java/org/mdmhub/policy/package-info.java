/**
 * Policies without code: who must approve what, as somebody laid it down on a screen. Each is a setting that an approved
 * change request wrote; every one that a request meets adds its steps.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Approval policies",
        allowedDependencies = {"record", "organisation", "history", "reference", "setting", "request", "quality :: rule"
        })
@NullMarked
package org.mdmhub.policy;

import org.jspecify.annotations.NullMarked;
