package org.mdmhub.web.match;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchModels;

/**
 * A weight of the model, ready to be drawn from the middle, in percent of the width.
 *
 * @param words the field and how it comes out
 * @param same how often it comes out so where two are the same, {@code random} where they are not; empty for a rule
 * @param seen of how many open pairs it was said
 */
record WeightRow(String words, double bits, String same, String random, double x, double width, String seen) {

    private static final double HALF = 50;
    private static final double THIN = 0.8;
    private static final MathContext ROUGHLY = new MathContext(2);

    /** @param most the heaviest weight of all, for or against */
    static WeightRow of(String words, MatchModels.Level level, double most, String seen) {
        double bits = level.bits();
        double width = Math.max(THIN, Math.round(HALF * 100 * Math.abs(bits) / most) / 100.0);
        return new WeightRow(
                words, bits, share(level.same()), share(level.random()), bits < 0 ? HALF - width : HALF, width, seen);
    }

    /** Two digits of a percentage that may be very small. */
    static String share(@Nullable Double share) {
        return share == null
                ? ""
                : new BigDecimal(share).movePointRight(2).round(ROUGHLY).toPlainString() + "%";
    }

    /** The weight with its sign. */
    public String told() {
        return signed(bits);
    }

    static String signed(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits).replace('-', '\u2212');
    }

    public boolean speaksFor() {
        return bits > 0;
    }
}
