package org.mdmhub.web.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdmhub.matching.Evidence;

/**
 * How a score comes about, ready to be drawn: from what holds of any two, over what each field says, to the sum. Along it
 * everything is in percent of the width.
 *
 * @param zero where for and against are equal
 */
public record Waterfall(List<Step> steps, double zero) {

    private static final double THIN = 0.8;

    /** What a step is. */
    public enum Kind {
        PRIOR,
        FOR,
        AGAINST,
        SUM
    }

    /**
     * One bar.
     *
     * @param words what is compared and how it comes out; empty of the first and the last
     * @param weight in bits
     * @param end where the next one begins
     */
    public record Step(Kind kind, String words, double weight, double x, double width, double end) {

        /** The weight with its sign. */
        public String bits() {
            return String.format(java.util.Locale.ROOT, "%+.1f", weight).replace('-', '\u2212');
        }
    }

    static Waterfall of(double prior, List<Evidence> evidence, Function<Evidence, String> said) {
        Scale scale = Scale.of(prior, evidence);
        List<Step> steps = new ArrayList<>();
        steps.add(scale.step(Kind.PRIOR, "", prior, 0));
        double so = prior;
        for (Evidence one : evidence) {
            steps.add(scale.step(one.weight() > 0 ? Kind.FOR : Kind.AGAINST, said.apply(one), one.weight(), so));
            so += one.weight();
        }
        steps.add(scale.step(Kind.SUM, "", so, 0));
        return new Waterfall(steps, scale.at(0));
    }

    /** Bits to percent of the width. */
    private record Scale(double least, double most) {

        static Scale of(double prior, List<Evidence> evidence) {
            double so = prior;
            double least = Math.min(0, so);
            double most = Math.max(0, so);
            for (Evidence one : evidence) {
                so += one.weight();
                least = Math.min(least, so);
                most = Math.max(most, so);
            }
            return new Scale(least, Math.max(most, least + 1));
        }

        double at(double bits) {
            return rounded(100 * (bits - least) / (most - least));
        }

        Step step(Kind kind, String words, double weight, double from) {
            double begin = at(Math.min(from, from + weight));
            double end = at(Math.max(from, from + weight));
            double width = Math.max(THIN, rounded(end - begin));
            return new Step(kind, words, weight, Math.min(begin, 100 - THIN), width, at(from + weight));
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }
}
