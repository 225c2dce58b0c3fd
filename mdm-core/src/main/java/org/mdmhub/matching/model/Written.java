package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weights as they are written down: by the names of fields and levels, so that another order does not matter. */
final class Written {

    private static final String PROFILE = "profile";
    private static final String PRIOR = "prior";
    private static final String FIELDS = "fields";
    private static final String FREQUENCIES = "frequencies";
    private static final String AVERAGE = "average";
    private static final String LEVELS = "levels";
    private static final String SAME = "same";
    private static final String RANDOM = "random";

    private Written() {}

    static Map<String, Object> map(Weights weights) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < weights.fields().size(); at++) {
            Comparison comparison = weights.profile().comparisons().get(at);
            Weights.Field field = weights.fields().get(at);
            Map<String, Object> levels = new LinkedHashMap<>();
            for (int level = 0; level < comparison.levels().size(); level++) {
                levels.put(
                        comparison.levels().get(level),
                        Map.of(
                                SAME, field.same().get(level),
                                RANDOM, field.random().get(level)));
            }
            fields.put(comparison.field(), Map.of(AVERAGE, field.average(), LEVELS, levels));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(PROFILE, weights.profile().name());
        map.put(PRIOR, weights.prior());
        map.put(FIELDS, fields);
        map.put(FREQUENCIES, weights.frequencies().asMap());
        return map;
    }

    static Weights weights(Profile profile, Map<String, ?> map) {
        if (!profile.name().equals(map.get(PROFILE))) {
            throw new IllegalArgumentException("weights of " + map.get(PROFILE) + ", not of " + profile.name());
        }
        Map<String, ?> known = map(map.get(FIELDS), FIELDS);
        List<String> names =
                profile.comparisons().stream().map(Comparison::field).toList();
        sameNames(profile.name(), names, known.keySet());
        List<Weights.Field> fields = new ArrayList<>();
        for (Comparison comparison : profile.comparisons()) {
            fields.add(field(comparison, map(known.get(comparison.field()), comparison.field())));
        }
        Frequencies frequencies = Frequencies.of(map(map.get(FREQUENCIES), FREQUENCIES));
        return new Weights(profile, number(map, PRIOR, profile.name()), fields, frequencies);
    }

    private static Weights.Field field(Comparison comparison, Map<String, ?> map) {
        String name = comparison.field();
        Map<String, ?> levels = map(map.get(LEVELS), name);
        sameNames(name, comparison.levels(), levels.keySet());
        List<Double> same = new ArrayList<>();
        List<Double> random = new ArrayList<>();
        for (String level : comparison.levels()) {
            Map<String, ?> both = map(levels.get(level), name + "." + level);
            same.add(positive(both, SAME, name + "." + level));
            random.add(positive(both, RANDOM, name + "." + level));
        }
        return new Weights.Field(same, random, number(map, AVERAGE, name));
    }

    private static void sameNames(String of, List<String> now, Set<String> then) {
        if (!Set.copyOf(now).equals(then)) {
            throw new IllegalArgumentException(of + " is now told by " + now + ", and was by " + then);
        }
    }

    private static double positive(Map<String, ?> map, String key, String of) {
        double number = number(map, key, of);
        if (number <= 0) {
            throw new IllegalArgumentException(of + " has " + key + " " + number);
        }
        return number;
    }

    static double number(Map<String, ?> map, String key, String of) {
        if (map.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(of + " has no number " + key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, ?> map(@Nullable Object value, String of) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, ?>) map;
        }
        throw new IllegalArgumentException("nothing is written of " + of);
    }
}
