package org.mdmhub.request;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort in the order in which they were made: UUID version 7 (RFC 9562, section 5.7). */
final class TimeOrdered {

    private static final SecureRandom RANDOM = new SecureRandom();
    // 12 bits below the millisecond, so that ids of one node keep their order within it
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrdered() {}

    static UUID uuid(Instant now) {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() << 12));
        long high = (tick >>> 12) << 16 | 0x7000 | (tick & 0xFFF);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
