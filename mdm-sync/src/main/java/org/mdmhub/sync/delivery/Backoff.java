package org.mdmhub.sync.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a failed delivery is tried again: the schedule of Standard Webhooks (0, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h,
 * 20 h, 24 h), each with full jitter.
 */
final class Backoff {

    private static final List<Duration> SCHEDULE = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private Backoff() {}

    /** The longest pause after so many attempts, from 1; none where it is time for a person. */
    static Optional<Duration> cap(int attempts) {
        return attempts > SCHEDULE.size() ? Optional.empty() : Optional.of(SCHEDULE.get(attempts - 1));
    }

    /** Full jitter: anything between nothing and the cap. */
    static Duration jittered(Duration cap) {
        return cap.isZero()
                ? cap
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(cap.toMillis() + 1));
    }
}
