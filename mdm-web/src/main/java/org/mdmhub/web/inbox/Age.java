package org.mdmhub.web.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How urgent something is that waits. */
enum Age {
    FRESH,
    WAITING,
    /** For more than two days. */
    OVERDUE;

    private static final Duration FRESH_FOR = Duration.ofHours(8);
    private static final Duration DUE_AFTER = Duration.ofDays(2);

    static Age of(Instant since, Clock clock) {
        Duration age = Duration.between(since, clock.instant());
        if (age.compareTo(DUE_AFTER) > 0) {
            return OVERDUE;
        }
        return age.compareTo(FRESH_FOR) > 0 ? WAITING : FRESH;
    }
}
