/** What is late: people are reminded before, told when, and others are let in after. Told once each, whatever restarts. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Lateness",
        allowedDependencies = {"organisation", "request", "notice", "history"})
@NullMarked
package org.mdmhub.lateness;

import org.jspecify.annotations.NullMarked;
