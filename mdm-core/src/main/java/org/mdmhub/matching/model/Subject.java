package org.mdmhub.matching.model;

import org.jspecify.annotations.Nullable;

/** A thing ready to be compared: one prepared value a comparison of its profile. */
public final class Subject {

    private final @Nullable Object[] values;

    Subject(@Nullable Object[] values) {
        this.values = values;
    }

    /** Null where it has no value. */
    @Nullable
    Object value(int comparison) {
        return values[comparison];
    }
}
