package org.mdmhub.web.match;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds to be tried, in percent as they are typed.
 *
 * @param wrong whether what was typed is no pair of thresholds, so that those in {@code match} and {@code possible} hold
 */
record Trial(double match, double possible, boolean wrong) {

    private static final double WHOLE = 100;

    /** Of what was typed; where nothing was, of the thresholds that hold now, which are scores. */
    static Trial of(@Nullable String match, @Nullable String possible, double matchNow, double possibleNow) {
        double most = percent(matchNow);
        double least = percent(possibleNow);
        Double high = number(match, most);
        Double low = number(possible, least);
        return high == null || low == null || high < low ? new Trial(most, least, true) : new Trial(high, low, false);
    }

    private static double percent(double score) {
        return BigDecimal.valueOf(score).movePointRight(2).doubleValue();
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
