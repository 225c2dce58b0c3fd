package org.mdmhub.matching.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** How alike two things are in one respect, in levels from equal down to different. Has no state; threads share it. */
public interface Comparison {

    /** In place of a level: this respect says nothing about the two. */
    int MISSING = 15;

    double EQUAL_AT_FIRST = 0.6;

    /** Key of the field that it is about. */
    String field();

    /** Names of the levels, the best one first, the last one against. */
    List<String> levels();

    /** The value as it is compared, null where there is none; computed once a thing. */
    @Nullable
    Object prepare(FieldValues values, Frequencies frequencies);

    /** What each level says in bits as long as nothing is learned. */
    List<Double> bits();

    /** How likely each level is where two are the same, before anything is learned; adds up to 1. */
    default double[] expected() {
        double[] levels = new double[levels().size()];
        double left = 1;
        for (int level = 0; level < levels.length - 1; level++) {
            levels[level] = left * EQUAL_AT_FIRST;
            left -= levels[level];
        }
        levels[levels.length - 1] = left;
        return levels;
    }

    /** Number of the level of two prepared values. */
    int level(Object one, Object other);

    /** What is rare or common where the level is the best one; null where rarity says nothing. */
    default @Nullable String term(Object prepared) {
        return null;
    }

    /** Every word whose rarity {@link #prepare} asks for. */
    default List<String> words(FieldValues values) {
        return List.of();
    }
}
