package org.mdmhub.matching.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How common values and words are, as shares of all things that have one. Filled once, then read by many threads. */
public final class Frequencies {

    private static final String TOTAL = "total";
    private static final String OTHERS = "others";
    private static final String TERMS = "terms";

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    // how often a term was seen that is not among the counts
    private final Map<String, Double> others = new HashMap<>();

    /** One more of this. */
    public void add(String field, String term) {
        counts.computeIfAbsent(field, key -> new HashMap<>()).merge(term, 1, Integer::sum);
    }

    /** One more thing that has the field at all. */
    public void has(String field) {
        totals.merge(field, 1, Integer::sum);
    }

    /** Whether anything was counted at all. */
    public boolean isCounted() {
        return !totals.isEmpty();
    }

    public int total(String field) {
        return totals.getOrDefault(field, 0);
    }

    /** How often it was seen; on the average, where it was not kept. */
    double count(String field, String term) {
        Integer count = counts.getOrDefault(field, Map.of()).get(isKept(field) ? sign(term) : term);
        return count == null ? others.getOrDefault(field, 1.0) : count;
    }

    private boolean isKept(String field) {
        return others.containsKey(field);
    }

    // so that no list of names and telephone numbers lies about; who has a name can still look whether it is common
    private static String sign(String term) {
        return Integer.toHexString(term.hashCode());
    }

    private static Map<String, Integer> signed(Map<String, Integer> terms) {
        Map<String, Integer> signed = new TreeMap<>();
        terms.forEach((term, count) -> signed.merge(sign(term), count, Integer::sum));
        return signed;
    }

    /** Share of things that have this, at least that of something seen once. */
    double share(String field, String term) {
        return count(field, term) / Math.max(1, total(field));
    }

    /** In nats, the rarer, the more; the same for everything where nothing is known. */
    double rarity(String field, String term) {
        return total(field) == 0 ? 1 : Math.log((1.0 + total(field)) / count(field, term));
    }

    /** How likely two things drawn at random have the same value, a thing and itself among them; 0 where nothing is known. */
    double coincidence(String field) {
        double total = total(field);
        double same = 0;
        double left = total;
        for (int count : counts.getOrDefault(field, Map.of()).values()) {
            same += (double) count * count;
            left -= count;
        }
        same += Math.max(0, left) * others.getOrDefault(field, 1.0);
        return total == 0 ? 0 : same / (total * total);
    }

    /**
     * The same in little space: of each field its commonest terms, by signs from which they cannot be read. One that is left
     * out counts as those do on the average.
     *
     * @param most terms of a field; none that was seen but once is kept
     */
    public Frequencies kept(int most) {
        Frequencies kept = new Frequencies();
        kept.totals.putAll(totals);
        counts.forEach((field, terms) -> {
            Map<String, Integer> common = new HashMap<>();
            terms.entrySet().stream()
                    .filter(term -> term.getValue() > 1)
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .forEach(term -> common.merge(sign(term.getKey()), term.getValue(), Integer::sum));
            kept.counts.put(field, common);
            kept.others.put(
                    field,
                    terms.entrySet().stream()
                            .filter(term -> !common.containsKey(sign(term.getKey())))
                            .mapToInt(Map.Entry::getValue)
                            .average()
                            .orElse(1));
        });
        return kept;
    }

    /** As maps of texts and numbers, to be written down; read back by {@link #of}. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new TreeMap<>();
        totals.forEach((field, total) -> {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put(TOTAL, total);
            known.put(OTHERS, others.getOrDefault(field, 1.0));
            Map<String, Integer> terms = counts.getOrDefault(field, Map.of());
            known.put(TERMS, isKept(field) ? new TreeMap<>(terms) : signed(terms));
            map.put(field, known);
        });
        return map;
    }

    /** @throws IllegalArgumentException where it is not what {@link #asMap} gives */
    public static Frequencies of(Map<String, ?> map) {
        Frequencies frequencies = new Frequencies();
        map.forEach((field, value) -> {
            Map<String, ?> known = Written.map(value, field);
            frequencies.totals.put(field, (int) Written.number(known, TOTAL, field));
            frequencies.others.put(field, Math.max(1, Written.number(known, OTHERS, field)));
            Map<String, ?> terms = Written.map(known.get(TERMS), field + "." + TERMS);
            Map<String, Integer> counted = new HashMap<>();
            terms.keySet().forEach(term -> counted.put(term, (int) Written.number(terms, term, field)));
            frequencies.counts.put(field, counted);
        });
        return frequencies;
    }
}
