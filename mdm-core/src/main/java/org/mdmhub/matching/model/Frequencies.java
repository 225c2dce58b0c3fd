package org.mdmhub.matching.model;

import java.util.HashMap;
import java.util.Map;

/** How common values and words are, as shares of all things that have one. Filled once, then read by many threads. */
public final class Frequencies {

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();

    /** One more of this. */
    public void add(String field, String term) {
        counts.computeIfAbsent(field, key -> new HashMap<>()).merge(term, 1, Integer::sum);
    }

    /** One more thing that has the field at all. */
    public void has(String field) {
        totals.merge(field, 1, Integer::sum);
    }

    public int total(String field) {
        return totals.getOrDefault(field, 0);
    }

    int count(String field, String term) {
        return counts.getOrDefault(field, Map.of()).getOrDefault(term, 1);
    }

    /** Share of things that have this, at least that of something seen once. */
    double share(String field, String term) {
        return (double) count(field, term) / Math.max(1, total(field));
    }

    /** In nats, the rarer, the more; the same for everything where nothing is known. */
    double rarity(String field, String term) {
        return total(field) == 0 ? 1 : Math.log((1.0 + total(field)) / count(field, term));
    }

    public Frequencies kept(int most) {
        return this;
    }

    public Map<String, Object> asMap() {
        return Map.of("counts", counts, "totals", totals);
    }

    public static Frequencies of(Map<?, ?> map) {
        Frequencies f = new Frequencies();
        if (map.get("totals") instanceof Map<?, ?> totals) {
            totals.forEach((k, v) -> f.totals.put(String.valueOf(k), ((Number) v).intValue()));
        }
        if (map.get("counts") instanceof Map<?, ?> counts) {
            counts.forEach((k, v) -> ((Map<?, ?>) v)
                    .forEach((t, n) -> f.counts
                            .computeIfAbsent(String.valueOf(k), x -> new HashMap<>())
                            .put(String.valueOf(t), ((Number) n).intValue())));
        }
        return f;
    }

    /** How likely two things drawn at random have the same value, a thing and itself among them; 0 where nothing is known. */
    double coincidence(String field) {
        double total = total(field);
        double same = counts.getOrDefault(field, Map.of()).values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
        return total == 0 ? 0 : same / (total * total);
    }
}
