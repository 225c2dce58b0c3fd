package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.CompanyNames;
import org.mdmhub.matching.name.NameKeys;
import org.mdmhub.matching.name.NameLevel;

/**
 * Names by their keys in memory. A key is kept by its hash only: two that share one cost a comparison more and nothing else.
 * One look-up at a time.
 */
final class NameIndex {

    private static final int BITS = 22;
    private static final int BUCKETS = 1 << BITS;
    private static final int MOST_ROWS = 10_000;
    private static final int COMPARED = 200;
    private static final double OF_KEYS = 0.15;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<String> names;
    private final int[] from = new int[BUCKETS + 1];
    private final int[] rows;
    private final float[] weights;
    private final int[] touched;

    NameIndex(List<String> names) {
        this.names = names;
        int[][] keys = new int[names.size()][];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = buckets(CompanyName.of(names.get(i)));
            for (int bucket : keys[i]) {
                from[bucket + 1]++;
            }
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            from[bucket + 1] += from[bucket];
        }
        rows = new int[from[BUCKETS]];
        int[] next = Arrays.copyOf(from, BUCKETS);
        for (int i = 0; i < keys.length; i++) {
            for (int bucket : keys[i]) {
                rows[next[bucket]++] = i;
            }
        }
        weights = new float[names.size()];
        touched = new int[names.size()];
    }

    /** A name found, with how alike it is, 1 at most. */
    record Found(String name, NameLevel level, double similarity) {}

    int size() {
        return names.size();
    }

    /** The most alike names, the best first. */
    List<Found> nearest(String query, int most) {
        CompanyName name = CompanyName.of(query);
        int count = weigh(name);
        float bar = bar(count);
        float top = 0;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, weights[touched[i]]);
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = touched[i];
            if (weights[row] >= bar && found.size() < 2 * COMPARED) {
                CompanyName other = CompanyName.of(names.get(row));
                NameLevel level = CompanyNames.compare(name, other);
                double similarity = CompanyNames.similarity(name, other, level);
                found.add(new Found(names.get(row), level, (1 - OF_KEYS) * similarity + OF_KEYS * weights[row] / top));
            }
            weights[row] = 0;
        }
        found.sort(Comparator.comparingDouble(Found::similarity).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Adds up the rarity of shared keys, the rarest first, within bounds; how many rows were touched. */
    private int weigh(CompanyName name) {
        int[] buckets = Arrays.stream(buckets(name))
                .boxed()
                .sorted(Comparator.comparingInt(this::rows))
                .mapToInt(Integer::intValue)
                .toArray();
        int count = 0;
        int read = 0;
        for (int bucket : buckets) {
            read += rows(bucket);
            if (read > MOST_ROWS && count > 0) {
                break;
            }
            float rarity = (float) Math.log(1 + (double) names.size() / (1 + rows(bucket)));
            for (int at = from[bucket]; at < from[bucket + 1]; at++) {
                if (weights[rows[at]] == 0) {
                    touched[count++] = rows[at];
                }
                weights[rows[at]] += rarity;
            }
        }
        return count;
    }

    private int rows(int bucket) {
        return from[bucket + 1] - from[bucket];
    }

    /** The weight from which a row is compared. */
    private float bar(int count) {
        if (count <= COMPARED) {
            return 0;
        }
        float[] all = new float[count];
        for (int i = 0; i < count; i++) {
            all[i] = weights[touched[i]];
        }
        Arrays.sort(all);
        return all[count - COMPARED];
    }

    private static int[] buckets(CompanyName name) {
        return NameKeys.of(name).stream()
                .mapToInt(key -> bucket(key.text()))
                .distinct()
                .toArray();
    }

    private static int bucket(String key) {
        long hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash + key.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return (int) (hash * MIX >>> (64 - BITS));
    }
}
