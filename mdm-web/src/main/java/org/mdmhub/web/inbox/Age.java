package org.mdmhub.web.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How urgent something is that waits. */
enum Age {
    FRESH,
    WAITING,
    /** Later than its step allows, or where that says nothing for more than two days. */
    OVERDUE;

    private static final Duration FRESH_FOR = Duration.ofHours(8);
    private static final Duration DUE_AFTER = Duration.ofDays(2);

    static Age of(Instant since, @Nullable Instant due, Clock clock) {
        Instant now = clock.instant();
        Instant end = due == null ? since.plus(DUE_AFTER) : due;
        if (now.isAfter(end)) {
            return OVERDUE;
        }
        return Duration.between(since, now).compareTo(FRESH_FOR) > 0 ? WAITING : FRESH;
    }
}
