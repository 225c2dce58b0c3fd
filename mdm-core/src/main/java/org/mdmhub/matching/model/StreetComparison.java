package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** A street with its number. */
record StreetComparison(String field) implements Comparison {

    private static final List<String> LEVELS =
            List.of("equal", "nearlyEqual", "sameStreet", "similar", "sameNumber", "other");
    private static final double NEAR = 0.75;
    private static final double SIMILAR = 0.5;

    /** The number is the first one in it, "" for none. */
    private static final class Street {
        private final String whole;
        private final String number;
        private final int[] bigrams;

        private Street(String whole, String number, int[] bigrams) {
            this.whole = whole;
            this.number = number;
            this.bigrams = bigrams;
        }
    }

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(8.0, 7.0, 4.0, 1.5, 0.5, -1.5);
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        String text = values.text(field);
        String folded = text == null ? "" : Text.fold(text);
        if (folded.isEmpty()) {
            return null;
        }
        StringBuilder letters = new StringBuilder();
        StringBuilder number = new StringBuilder();
        boolean ended = false;
        for (int at = 0; at < folded.length(); at++) {
            char sign = folded.charAt(at);
            if (Character.isDigit(sign)) {
                if (!ended) {
                    number.append(sign);
                }
            } else {
                ended |= number.length() > 0;
                if (sign != ' ') {
                    letters.append(sign);
                }
            }
        }
        return new Street(folded.replace(" ", ""), number.toString(), Text.bigrams(letters.toString()));
    }

    @Override
    public int level(Object one, Object other) {
        Street here = (Street) one;
        Street there = (Street) other;
        if (here.whole.equals(there.whole)) {
            return 0;
        }
        boolean number = !here.number.isEmpty() && here.number.equals(there.number);
        double likeness = Text.dice(here.bigrams, there.bigrams);
        if (likeness >= NEAR) {
            return number ? 1 : 2;
        }
        if (likeness >= SIMILAR) {
            return number ? 2 : 3;
        }
        return number ? 4 : 5;
    }

    @Override
    public String term(Object prepared) {
        return ((Street) prepared).whole;
    }
}
