package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * A postal code, a phone: letters and digits of which a part may be left out or mistyped.
 *
 * @param fromEnd whether the last characters tell it apart, as in a phone, or the first ones, as in a postal code
 * @param part how many of them
 */
record CodeComparison(String field, boolean fromEnd, int part) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "nearlyEqual", "part", "other");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return fromEnd ? List.of(9.0, 8.5, 4.0, -1.0) : List.of(6.0, 4.5, 2.5, -2.0);
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
        if (fromEnd && ends(here, there)) {
            return 1;
        }
        if (Text.oneEdit(here, there)) {
            return fromEnd ? 2 : 1;
        }
        return !fromEnd && here.length() >= part && here.regionMatches(0, there, 0, part) ? 2 : 3;
    }

    private boolean ends(String one, String other) {
        return one.length() >= part
                && other.length() >= part
                && one.regionMatches(one.length() - part, other, other.length() - part, part);
    }

    @Override
    public String term(Object prepared) {
        return (String) prepared;
    }
}
