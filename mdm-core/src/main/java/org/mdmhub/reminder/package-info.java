/** Last days that come: people are told in time, and orders are blocked where that is laid down. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reminders",
        allowedDependencies = {"record", "organisation", "expiry", "notice", "road", "request"})
@NullMarked
package org.mdmhub.reminder;

import org.jspecify.annotations.NullMarked;
