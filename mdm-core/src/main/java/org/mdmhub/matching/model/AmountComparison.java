package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** An amount such as a price: by the ratio of the two. */
record AmountComparison(String field) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "within5", "within20", "within50", "other");
    private static final double[] STEPS = {1.0001, 1.05, 1.2, 1.5};

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(2.5, 2.0, 1.0, 0.0, -1.5);
    }

    @Override
    public double[] expected() {
        return new double[] {0.3, 0.2, 0.2, 0.15, 0.15};
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        Object value = values.get(field);
        String text = value == null ? "" : value.toString().replaceAll("[^0-9.]", "");
        try {
            double amount = text.isEmpty() ? 0 : Double.parseDouble(text);
            return amount > 0 ? amount : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public int level(Object one, Object other) {
        double ratio = (Double) one / (Double) other;
        double apart = ratio < 1 ? 1 / ratio : ratio;
        int level = 0;
        while (level < STEPS.length && apart > STEPS[level]) {
            level++;
        }
        return level;
    }
}
