package org.mdmhub.matching.batch;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** Things that share a key, key by key. A key that too many share is left out, for it says nothing. */
final class Blocks {

    private static final int OWNER_BITS = 24;
    private static final long OWNER = (1L << OWNER_BITS) - 1;

    private final long[][] keys;
    private final long[] entries;
    private final long[] common;
    private final int most;

    /** @param keys of each thing, hashed, sorted, without repetitions */
    Blocks(long[][] keys, int most) {
        if (keys.length > OWNER) {
            throw new IllegalArgumentException("more than " + OWNER + " things at once");
        }
        this.keys = keys;
        this.most = most;
        this.entries = new long[Arrays.stream(keys).mapToInt(own -> own.length).sum()];
        int at = 0;
        for (int owner = 0; owner < keys.length; owner++) {
            for (long key : keys[owner]) {
                entries[at++] = key << OWNER_BITS | owner;
            }
        }
        Arrays.parallelSort(entries);
        this.common = tooCommon();
    }

    /** Thirty-nine bits of each key, sorted: what a collision costs is one comparison. */
    static long[] hashed(Collection<String> keys) {
        return keys.stream().mapToLong(Blocks::hash).sorted().distinct().toArray();
    }

    private static long hash(String key) {
        long hash = 1125899906842597L;
        for (int at = 0; at < key.length(); at++) {
            hash = 31 * hash + key.charAt(at);
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash >>> OWNER_BITS + 1;
    }

    private long[] tooCommon() {
        long[] found = new long[16];
        int many = 0;
        for (int from = 0; from < entries.length; ) {
            int to = end(from);
            if (to - from > most) {
                found = many == found.length ? Arrays.copyOf(found, many * 2) : found;
                found[many++] = entries[from] >>> OWNER_BITS;
            }
            from = to;
        }
        return Arrays.copyOf(found, many);
    }

    private int end(int from) {
        long key = entries[from] >>> OWNER_BITS;
        int to = from + 1;
        while (to < entries.length && entries[to] >>> OWNER_BITS == key) {
            to++;
        }
        return to;
    }

    /** What is done with two things; called by several threads at once. */
    @FunctionalInterface
    interface Pair {
        void of(int one, int other);
    }

    /** Every two things that share a key, once, the smaller number first. */
    void pairs(Pair pair) {
        int parts = 64;
        IntStream.range(0, parts).parallel().forEach(part -> {
            int from = start(part, parts);
            int last = start(part + 1, parts);
            while (from < last) {
                int to = end(from);
                if (to - from <= most) {
                    block(from, to, pair);
                }
                from = to;
            }
        });
    }

    /** How many pairs share keys, those that share several counted as often. */
    long count() {
        long count = 0;
        for (int from = 0; from < entries.length; ) {
            int to = end(from);
            long size = (long) to - from;
            count += size <= most ? size * (size - 1) / 2 : 0;
            from = to;
        }
        return count;
    }

    /** Where a part begins: at the first entry of a key. */
    private int start(int part, int parts) {
        int at = (int) ((long) entries.length * part / parts);
        while (at > 0 && at < entries.length && entries[at] >>> OWNER_BITS == entries[at - 1] >>> OWNER_BITS) {
            at++;
        }
        return at;
    }

    private void block(int from, int to, Pair pair) {
        long key = entries[from] >>> OWNER_BITS;
        for (int left = from; left < to; left++) {
            int one = (int) (entries[left] & OWNER);
            for (int right = left + 1; right < to; right++) {
                int other = (int) (entries[right] & OWNER);
                if (first(keys[one], keys[other], key)) {
                    pair.of(one, other);
                }
            }
        }
    }

    /** Whether this is the first of the keys by which the two are compared. */
    private boolean first(long[] one, long[] other, long key) {
        int left = 0;
        int right = 0;
        while (one[left] < key && other[right] < key) {
            if (one[left] == other[right]) {
                if (Arrays.binarySearch(common, one[left]) < 0) {
                    return false;
                }
                left++;
                right++;
            } else if (one[left] < other[right]) {
                left++;
            } else {
                right++;
            }
        }
        return true;
    }
}
