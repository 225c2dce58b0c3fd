package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * A postal code: letters and digits of which a part may be mistyped.
 *
 * @param part how many of the first characters name the area that it lies in
 */
record CodeComparison(String field, int part) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "nearlyEqual", "part", "other");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(6.0, 4.5, 2.5, -2.0);
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        String text = values.text(field);
        String folded = text == null ? "" : Text.fold(text).replace(" ", "");
        return folded.isEmpty() ? null : folded;
    }

    @Override
    public int level(Object one, Object other) {
        String here = (String) one;
        String there = (String) other;
        if (here.equals(there)) {
            return 0;
        }
        if (Text.oneEdit(here, there)) {
            return 1;
        }
        return here.length() >= part && here.regionMatches(0, there, 0, part) ? 2 : 3;
    }

    @Override
    public String term(Object prepared) {
        return (String) prepared;
    }
}
