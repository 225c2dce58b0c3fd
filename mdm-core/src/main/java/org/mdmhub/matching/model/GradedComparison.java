package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * Something that is taken apart and compares itself in levels of its own, such as a name of a company or an address.
 *
 * @param <T> the value taken apart
 * @param <L> its levels, the best one first; one called UNKNOWN says nothing
 */
final class GradedComparison<T, L extends Enum<L>> implements Comparison {

    private static final String NOTHING = "UNKNOWN";

    private final String field;
    private final Function<FieldValues, @Nullable T> taken;
    private final BiFunction<T, T, L> compared;
    private final Function<T, String> term;
    private final Map<L, Integer> numbers;
    private final List<String> levels = new ArrayList<>();
    private final List<Double> bits;
    private final List<Double> expected;

    /**
     * @param bits what each level says as long as nothing is learned
     * @param expected how likely each level is where two are the same
     */
    GradedComparison(
            String field,
            Class<L> kind,
            Function<FieldValues, @Nullable T> taken,
            BiFunction<T, T, L> compared,
            Function<T, String> term,
            List<Double> bits,
            List<Double> expected) {
        this.field = field;
        this.taken = taken;
        this.compared = compared;
        this.term = term;
        this.bits = bits;
        this.expected = expected;
        this.numbers = new EnumMap<>(kind);
        for (L level : kind.getEnumConstants()) {
            if (!level.name().equals(NOTHING)) {
                numbers.put(level, levels.size());
                levels.add(camel(level.name()));
            }
        }
        if (levels.size() != bits.size() || levels.size() != expected.size()) {
            throw new IllegalArgumentException(field + " has " + levels.size() + " levels");
        }
    }

    private static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : List.of(constant.toLowerCase(Locale.ROOT).split("_", -1))) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public List<String> levels() {
        return levels;
    }

    @Override
    public List<Double> bits() {
        return bits;
    }

    @Override
    public double[] expected() {
        return expected.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        return taken.apply(values);
    }

    // whatever this prepared is of its type
    @SuppressWarnings("unchecked")
    @Override
    public int level(Object one, Object other) {
        return numbers.getOrDefault(compared.apply((T) one, (T) other), MISSING);
    }

    @SuppressWarnings("unchecked")
    @Override
    public String term(Object prepared) {
        return term.apply((T) prepared);
    }
}
