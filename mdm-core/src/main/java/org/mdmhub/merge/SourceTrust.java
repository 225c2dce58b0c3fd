package org.mdmhub.merge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far values of a system are trusted.
 *
 * @param source code of the system; {@link #HUB} for what a person wrote
 * @param trust of a value that was written just now, 0 to 1
 * @param halfLifeDays after so many days half of the trust is left; null never
 */
public record SourceTrust(
        String source, double trust, @Nullable Integer halfLifeDays) {

    /** What a person wrote in the hub itself. */
    public static final String HUB = "hub";

    /** A value counts as no older than so many half-lives, one of unknown age as just so old. */
    private static final double MOST_HALF_LIVES = 10;

    /** What is left of the trust in a value; whole days count, so that it is the same all day. */
    public double at(@Nullable Instant since, Instant now) {
        Integer days = halfLifeDays;
        if (days == null) {
            return trust;
        }
        double age = since == null
                ? MOST_HALF_LIVES
                : Math.max(0, Duration.between(since, now).toDays()) / (double) days;
        return trust * Math.pow(2, -Math.min(age, MOST_HALF_LIVES));
    }
}
