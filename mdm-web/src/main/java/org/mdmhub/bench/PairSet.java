package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Pairs of numbers, many of them; sorted for looking up. */
final class PairSet {

    private final long[] pairs;

    private PairSet(LongStream pairs) {
        this.pairs = pairs.sorted().distinct().toArray();
    }

    static PairSet of(List<int[]> pairs) {
        return new PairSet(pairs.stream().mapToLong(pair -> number(pair[0], pair[1])));
    }

    /** All pairs within the groups. */
    static PairSet within(int[] groups) {
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int at = 0; at < groups.length; at++) {
            members.computeIfAbsent(groups[at], key -> new ArrayList<>()).add(at);
        }
        return new PairSet(members.values().stream()
                .flatMapToLong(group -> group.stream()
                        .flatMapToLong(one ->
                                group.stream().filter(other -> other > one).mapToLong(other -> number(one, other)))));
    }

    private static long number(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    boolean contains(int one, int other) {
        return Arrays.binarySearch(pairs, number(one, other)) >= 0;
    }

    int size() {
        return pairs.length;
    }

    /** How many are in both. */
    int common(PairSet other) {
        return (int) Arrays.stream(pairs)
                .filter(pair -> Arrays.binarySearch(other.pairs, pair) >= 0)
                .count();
    }
}
