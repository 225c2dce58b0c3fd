package org.mdmhub.quality.rule;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * A record before a rule.
 *
 * @param before as it is, none for a new one
 * @param after as it would be
 * @param record its id, null for a new one
 * @param orgUnit code of its organisation, null where nobody has said yet
 * @param units that organisation and all above it
 * @param today the day of the check
 */
record Subject(
        FieldValues before,
        FieldValues after,
        @Nullable Long record,
        @Nullable String orgUnit,
        Set<String> units,
        LocalDate today) {

    /** Stands among the fields of a condition for the owning organisation. */
    static final String ORG_UNIT = "orgUnit";

    @Nullable
    Object value(String field) {
        return field.equals(ORG_UNIT) ? orgUnit : after.get(field);
    }
}
