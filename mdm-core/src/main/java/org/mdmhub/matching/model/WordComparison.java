package org.mdmhub.matching.model;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * A short text such as a part of a person's name or a city.
 *
 * @param equal bits of an equal value as long as nothing is learned
 */
record WordComparison(String field, double equal) implements Comparison {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final List<String> LEVELS = List.of("equal", "nearlyEqual", "part", "similar", "other");
    private static final double NEAR = 0.93;
    private static final double SIMILAR = 0.82;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(equal, equal * 0.8, equal / 2, equal * 0.4, -1 - equal / 3);
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        String text = values.text(field);
        String folded = text == null ? "" : Text.fold(text);
        return folded.isEmpty() ? null : folded;
    }

    @Override
    public int level(Object one, Object other) {
        String here = (String) one;
        String there = (String) other;
        if (here.equals(there)) {
            return 0;
        }
        if (here.length() > 3 && Text.oneEdit(here, there)) {
            return 1;
        }
        double likeness = JARO_WINKLER.apply(here, there);
        if (likeness >= NEAR) {
            return 1;
        }
        if (here.startsWith(there) || there.startsWith(here) || hasWord(here, there) || hasWord(there, here)) {
            return 2;
        }
        return likeness >= SIMILAR ? 3 : 4;
    }

    private static boolean hasWord(String text, String word) {
        int at = text.indexOf(word);
        return at > 0
                && text.charAt(at - 1) == ' '
                && (at + word.length() == text.length() || text.charAt(at + word.length()) == ' ');
    }

    @Override
    public String term(Object prepared) {
        return (String) prepared;
    }
}
