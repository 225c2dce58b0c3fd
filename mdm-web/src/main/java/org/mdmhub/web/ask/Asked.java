package org.mdmhub.web.ask;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Standardization;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/**
 * What a form comes to.
 *
 * @param base the values that the form began with
 * @param baseVersion of the record; 0 for a new one
 * @param fields only what differs from them, as it goes down the road; null clears
 * @param findings what the gate says of it
 * @param standard the asked values that are well-formed, as they will be stored
 * @param after the record as it would be
 * @param standardizations what the hub does to the asked values before it stores them
 * @param moved keys of fields that somebody else has changed meanwhile and that are asked for here too
 */
record Asked(
        FieldValues base,
        int baseVersion,
        Map<String, @Nullable Object> fields,
        List<Finding> findings,
        Map<String, @Nullable Object> standard,
        FieldValues after,
        List<Standardization> standardizations,
        List<String> moved) {

    /** What would be written, seen from the record as it is now; what cannot be read yet included. */
    List<FieldChange> changes(FieldValues now) {
        return fields.entrySet().stream()
                .map(field -> new FieldChange(field.getKey(), now.get(field.getKey()), changedTo(field.getKey())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** A value that is asked for, as it will be stored where it can be read. */
    @Nullable
    Object changedTo(String key) {
        return standard.containsKey(key) ? standard.get(key) : fields.get(key);
    }

    boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }

    /** The same, telling what an earlier form had come to. */
    Asked movedFrom(Asked earlier) {
        return new Asked(earlier.base, baseVersion, fields, findings, standard, after, standardizations, earlier.moved);
    }
}
