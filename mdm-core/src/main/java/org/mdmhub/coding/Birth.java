package org.mdmhub.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * What a new record brings along when its code is made, at its last approval. Later changes of it never touch the code.
 *
 * @param orgUnit code of the owning organisation
 * @param values as they are stored
 * @param at the moment of the approval; year and month follow from it
 * @param source the key by which another system calls it, null where it was born in the hub
 */
public record Birth(
        String orgUnit,
        FieldValues values,
        Instant at,
        @Nullable Source source) {

    /** A key of another system. */
    public record Source(String system, String key) {}

    /** Group of the record: the account group of a customer, the kind of material of a product; empty without one. */
    String group() {
        for (String field : SchemeKey.GROUP_FIELDS) {
            String group = values.text(field);
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
