package org.mdmhub.web.match;

import java.util.Locale;

/**
 * A weight of the model, ready to be drawn from the middle, in percent of the width.
 *
 * @param words the field and how it comes out
 * @param seen of how many open pairs it was said
 */
record WeightRow(String words, double bits, double x, double width, String seen) {

    private static final double HALF = 50;
    private static final double THIN = 0.8;

    /** @param most the heaviest weight of all, for or against */
    static WeightRow of(String words, double bits, double most, String seen) {
        double width = Math.max(THIN, Math.round(HALF * 100 * Math.abs(bits) / most) / 100.0);
        return new WeightRow(words, bits, bits < 0 ? HALF - width : HALF, width, seen);
    }

    /** The weight with its sign. */
    public String told() {
        return String.format(Locale.ROOT, "%+.1f", bits).replace('-', '\u2212');
    }

    public boolean speaksFor() {
        return bits > 0;
    }
}
