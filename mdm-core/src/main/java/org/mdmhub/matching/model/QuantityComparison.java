package org.mdmhub.matching.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.name.ProductName;
import org.mdmhub.record.FieldValues;

/**
 * How much, how large, how many: quantities with a unit in several fields, the first ones telling. 500 g and 0.5 kg are
 * equal, 500 g and 1 kg are not; quantities of different kinds say nothing.
 */
record QuantityComparison(String field, List<String> sources) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "compatible", "other");

    /**
     * Amounts by unit.
     *
     * @param told in the first field that tells any of that unit
     * @param all in all of them
     */
    private record Amounts(Map<String, Set<String>> told, Map<String, Set<String>> all) {}

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(3.0, 1.0, -6.0);
    }

    @Override
    public double[] expected() {
        return new double[] {0.6, 0.3, 0.1};
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        Map<String, Set<String>> told = new HashMap<>();
        Map<String, Set<String>> all = new HashMap<>();
        for (String source : sources) {
            String text = values.text(source);
            Map<String, Set<String>> here = text == null ? Map.of() : byUnit(ProductName.of(text));
            here.forEach((unit, amounts) -> {
                told.putIfAbsent(unit, amounts);
                all.computeIfAbsent(unit, key -> new HashSet<>()).addAll(amounts);
            });
        }
        return told.isEmpty() ? null : new Amounts(told, all);
    }

    private static Map<String, Set<String>> byUnit(ProductName name) {
        Map<String, Set<String>> amounts = new HashMap<>();
        for (String quantity : name.quantities()) {
            int blank = quantity.indexOf(' ');
            amounts.computeIfAbsent(quantity.substring(blank + 1), key -> new LinkedHashSet<>())
                    .add(quantity.substring(0, blank));
        }
        return amounts;
    }

    @Override
    public int level(Object one, Object other) {
        Amounts here = (Amounts) one;
        Amounts there = (Amounts) other;
        Set<String> units = new HashSet<>(here.told.keySet());
        units.retainAll(there.told.keySet());
        if (units.isEmpty()) {
            return MISSING;
        }
        if (here.told.equals(there.told)) {
            return 0;
        }
        return units.stream().allMatch(unit -> agree(here, there, unit)) ? 1 : 2;
    }

    private static boolean agree(Amounts here, Amounts there, String unit) {
        return shares(here.told.get(unit), there.all.get(unit)) || shares(there.told.get(unit), here.all.get(unit));
    }

    private static boolean shares(@Nullable Set<String> one, @Nullable Set<String> other) {
        return one != null && other != null && one.stream().anyMatch(other::contains);
    }
}
