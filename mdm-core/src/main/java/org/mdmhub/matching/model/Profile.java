package org.mdmhub.matching.model;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * What things of one kind are compared by.
 *
 * @param name of the kind, such as {@code customers.person}
 * @param threshold probability from which two are called the same
 * @param keys strings of which two things share at least one, or are never compared
 */
public record Profile(
        String name, List<Comparison> comparisons, double threshold, Function<FieldValues, Collection<String>> keys) {

    /** Ready to be compared under these frequencies. */
    public Subject prepare(FieldValues values, Frequencies frequencies) {
        @Nullable Object[] prepared = new @Nullable Object[comparisons.size()];
        for (int at = 0; at < prepared.length; at++) {
            prepared[at] = comparisons.get(at).prepare(values, frequencies);
        }
        return new Subject(prepared);
    }

    /** Counts the words of one thing. */
    public void count(FieldValues values, Frequencies into) {
        for (Comparison comparison : comparisons) {
            List<String> words = comparison.words(values);
            if (!words.isEmpty()) {
                into.has(comparison.field() + ".words");
                words.forEach(word -> into.add(comparison.field() + ".words", word));
            }
        }
    }

    /** Counts the whole values of one thing, once its words are known. */
    public void count(Subject subject, Frequencies into) {
        for (int at = 0; at < comparisons.size(); at++) {
            Object value = subject.value(at);
            String term = value == null ? null : comparisons.get(at).term(value);
            if (term != null) {
                into.has(comparisons.get(at).field());
                into.add(comparisons.get(at).field(), term);
            }
        }
    }

    /** The levels of two things, four bits a comparison; 15 where one of the two has no value. */
    public long pattern(Subject one, Subject other) {
        long pattern = 0;
        for (int at = 0; at < comparisons.size(); at++) {
            Object here = one.value(at);
            Object there = other.value(at);
            long level = here == null || there == null
                    ? MISSING
                    : comparisons.get(at).level(here, there);
            pattern |= level << at * BITS;
        }
        return pattern;
    }

    static final int BITS = 4;
    static final int MISSING = Comparison.MISSING;

    static int level(long pattern, int comparison) {
        return (int) (pattern >>> comparison * BITS) & MISSING;
    }
}
