package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** A day, as eight digits where it is whole. */
record DateComparison(String field) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "nearlyEqual", "sameYearAndMonth", "sameYear", "other");
    private static final int YEAR = 4;
    private static final int MONTH = 6;
    private static final int DAY = 8;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(11.0, 8.0, 5.0, 2.5, -4.0);
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        String text = values.text(field);
        String digits = text == null ? "" : text.replaceAll("\\D", "");
        return digits.length() < YEAR ? null : digits;
    }

    @Override
    public int level(Object one, Object other) {
        String here = (String) one;
        String there = (String) other;
        if (here.equals(there)) {
            return 0;
        }
        if (Text.oneEdit(here, there) || swapped(here, there)) {
            return 1;
        }
        if (here.length() >= MONTH && here.regionMatches(0, there, 0, MONTH)) {
            return 2;
        }
        return here.regionMatches(0, there, 0, YEAR) ? 3 : 4;
    }

    /** Day and month have changed places. */
    private static boolean swapped(String one, String other) {
        return one.length() == DAY
                && other.length() == DAY
                && one.regionMatches(0, other, 0, YEAR)
                && one.regionMatches(YEAR, other, MONTH, 2)
                && one.regionMatches(MONTH, other, YEAR, 2);
    }

    @Override
    public String term(Object prepared) {
        return (String) prepared;
    }
}
