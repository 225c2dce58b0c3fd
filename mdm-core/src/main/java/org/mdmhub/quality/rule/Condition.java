package org.mdmhub.quality.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a field compares so with values, or with another field.
 *
 * @param field key of the field, or {@link Subject#ORG_UNIT}
 * @param values what it is compared with, as text; empty where another field is
 * @param other key of the field that it is compared with, null where values are
 */
public record Condition(
        String field, Is is, List<String> values, @Nullable String other) {

    /**
     * Whether it holds.
     *
     * @param undecided what an order says of values of which one is missing
     */
    boolean holds(Subject subject, boolean undecided) {
        return switch (is) {
            case PRESENT -> subject.value(field) != null;
            case EMPTY -> subject.value(field) == null;
            case EQUAL, ONE_OF -> same(subject);
            case DIFFERENT -> !same(subject);
            default -> ordered(subject, undecided);
        };
    }

    private boolean same(Subject subject) {
        if (field.equals(Subject.ORG_UNIT)) {
            // what holds of an organisation holds of those below it
            return values.stream().anyMatch(subject.units()::contains);
        }
        Object value = subject.value(field);
        if (other != null) {
            Object against = subject.value(other);
            return value == null ? against == null : value.equals(against);
        }
        String text = value == null ? "" : Values.text(value);
        return values.contains(text);
    }

    private boolean ordered(Subject subject, boolean undecided) {
        Object value = subject.value(field);
        Object against = other != null ? subject.value(other) : values.isEmpty() ? null : values.get(0);
        if (value == null || against == null) {
            return undecided;
        }
        Integer comparison = Values.compare(value, against, subject.today());
        return comparison == null ? undecided : is.orders(comparison);
    }
}
