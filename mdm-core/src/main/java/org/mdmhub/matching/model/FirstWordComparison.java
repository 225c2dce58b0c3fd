package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** The first word of the first of several fields that has one: a brand stands there where it has no field of its own. */
record FirstWordComparison(String field, List<String> sources) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "other");
    private static final double LIKELY = 0.85;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(3.0, -2.5);
    }

    @Override
    public double[] expected() {
        return new double[] {LIKELY, 1 - LIKELY};
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        for (String source : sources) {
            String text = values.text(source);
            List<String> words = text == null ? List.of() : Text.words(text);
            if (!words.isEmpty()) {
                return words.get(0);
            }
        }
        return null;
    }

    @Override
    public int level(Object one, Object other) {
        return one.equals(other) ? 0 : 1;
    }

    @Override
    public String term(Object prepared) {
        return (String) prepared;
    }
}
