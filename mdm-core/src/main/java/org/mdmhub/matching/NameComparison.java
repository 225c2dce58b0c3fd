package org.mdmhub.matching;

import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.mdmhub.reference.Pinyin;

/** How alike two names are, in levels from equal to different. */
public final class NameComparison {

    /** What it can say; part and similar say the less, the less alike they are. */
    public static final Map<String, Double> WEIGHTS = Map.of(
            "equal",
            9.0,
            "otherDigits",
            -1.0,
            "legalForm",
            8.0,
            "sound",
            6.0,
            "part",
            7.0,
            "similar",
            6.0,
            "different",
            -6.0);

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final double ALIKE = 0.88;

    private NameComparison() {}

    /** Adds what the names say to the verdict. */
    public static void add(Verdict verdict, String field, NameKey one, NameKey other) {
        if (one.full().equals(other.full())) {
            verdict.add(field, "equal", 9);
        } else if (!one.digits().equals(other.digits())) {
            verdict.add(field, "otherDigits", -1);
        } else if (one.core().equals(other.core())) {
            verdict.add(field, "legalForm", 8);
        } else if (soundsLike(one.core(), other.core())) {
            verdict.add(field, "sound", 6);
        } else {
            similar(verdict, field, one.core(), other.core());
        }
    }

    private static void similar(Verdict verdict, String field, String one, String other) {
        double likeness = SIMILARITY.apply(one, other);
        double part = (double) Math.min(one.length(), other.length()) / Math.max(one.length(), other.length());
        boolean inside = (one.contains(other) || other.contains(one)) && Math.min(one.length(), other.length()) > 1;
        double asPart = inside ? 3 + 4 * part : 0;
        double asLike = likeness >= ALIKE ? (likeness - 0.8) * 30 : 0;
        if (asPart == 0 && asLike == 0) {
            verdict.add(field, "different", -6);
        } else {
            verdict.add(field, asPart > asLike ? "part" : "similar", Math.max(asPart, asLike));
        }
    }

    private static boolean soundsLike(String one, String other) {
        Pinyin.Readings reading = Pinyin.of(one);
        return one.length() > 2
                && !reading.whole().isEmpty()
                && one.codePointCount(0, one.length()) == other.codePointCount(0, other.length())
                && Pinyin.of(other).whole().stream().anyMatch(reading.whole()::contains);
    }
}
