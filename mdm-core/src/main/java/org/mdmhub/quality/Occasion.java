package org.mdmhub.quality;

import org.jspecify.annotations.Nullable;

/**
 * Of what, and for whom, the gate is asked.
 *
 * @param type key of the master type
 * @param orgUnit code of the organisation that owns the record or will, null where nobody has said yet
 * @param record id of the record, null for a new one
 */
public record Occasion(
        String type, @Nullable String orgUnit, @Nullable Long record) {

    /** Values that are no record's yet. */
    public static Occasion of(String type) {
        return new Occasion(type, null, null);
    }
}
