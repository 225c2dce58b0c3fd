package org.mdmhub.matching.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs with a number each, many of them, written by many threads. */
final class PairLog {

    private final List<Part> parts = new ArrayList<>();
    private final ThreadLocal<Part> own = ThreadLocal.withInitial(this::part);

    private static final class Part {
        private int[] ones = new int[1024];
        private int[] others = new int[1024];
        private long[] values = new long[1024];
        private int size;

        private void add(int one, int other, long value) {
            if (size == ones.length) {
                ones = Arrays.copyOf(ones, size * 2);
                others = Arrays.copyOf(others, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            ones[size] = one;
            others[size] = other;
            values[size++] = value;
        }
    }

    private synchronized Part part() {
        Part part = new Part();
        parts.add(part);
        return part;
    }

    void add(int one, int other, long value) {
        own.get().add(one, other, value);
    }

    @FunctionalInterface
    interface Reader {
        void of(int one, int other, long value);
    }

    void forEach(Reader reader) {
        for (Part part : parts) {
            for (int at = 0; at < part.size; at++) {
                reader.of(part.ones[at], part.others[at], part.values[at]);
            }
        }
    }
}
