package org.mdmhub.web.match;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds to be tried, in percent as they are typed.
 *
 * @param wrong whether what was typed is no pair of thresholds, so that those in {@code match} and {@code possible} hold
 */
record Trial(double match, double possible, boolean wrong) {

    /** What is tried where nothing was typed. */
    static final double MATCH = 99;

    private static final double WHOLE = 100;

    /** @param present score from which two are worth a look now */
    static Trial of(@Nullable String match, @Nullable String possible, double present) {
        double low = present * WHOLE;
        Double high = number(match, MATCH);
        Double least = number(possible, low);
        return high == null || least == null || high < least
                ? new Trial(MATCH, low, true)
                : new Trial(high, least, false);
    }

    private static @Nullable Double number(@Nullable String typed, double otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        String plain = typed.strip();
        if (!plain.matches("\\d{1,3}([.,]\\d{1,2})?")) {
            return null;
        }
        double value = new BigDecimal(plain.replace(',', '.')).doubleValue();
        return value > WHOLE ? null : value;
    }

    double matchScore() {
        return match / WHOLE;
    }

    double possibleScore() {
        return possible / WHOLE;
    }

    /** As it stands in its field. */
    public String matchText() {
        return text(match);
    }

    /** As it stands in its field. */
    public String possibleText() {
        return text(possible);
    }

    private static String text(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }
}
