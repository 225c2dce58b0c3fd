package org.mdmhub.sync.connector;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** A target that asks for more is looked at again after a day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static @Nullable Instant parse(String value, Instant now) {
        Instant asked = value.strip().matches("\\d{1,9}") ? inSeconds(value.strip(), now) : date(value.strip());
        if (asked == null || asked.isBefore(now)) {
            return asked == null ? null : now;
        }
        Instant latest = now.plus(LONGEST);
        return asked.isAfter(latest) ? latest : asked;
    }

    private static Instant inSeconds(String digits, Instant now) {
        return now.plusSeconds(Long.parseLong(digits));
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
