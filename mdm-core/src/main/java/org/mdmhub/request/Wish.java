package org.mdmhub.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * What a request asks for, as it can be edited.
 *
 * @param baseVersion version of the record that the author saw, null where it does not matter
 * @param fields field key to value, null clears; standardised where they are well-formed
 * @param baseValues what these fields, and those that belong together with them, held at that version
 * @param reasonCode of the list of reasons
 * @param reason as the author wrote it
 * @param effectiveFrom not before; null at once
 * @param merge what is merged, or which merge is taken back; null for other kinds
 */
public record Wish(
        @Nullable Integer baseVersion,
        Map<String, @Nullable Object> fields,
        Map<String, @Nullable Object> baseValues,
        String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveFrom,
        @Nullable Map<String, @Nullable Object> merge) {

    public Wish(
            @Nullable Integer baseVersion,
            Map<String, @Nullable Object> fields,
            Map<String, @Nullable Object> baseValues,
            String reasonCode,
            @Nullable String reason,
            @Nullable Instant effectiveFrom) {
        this(baseVersion, fields, baseValues, reasonCode, reason, effectiveFrom, null);
    }

    /** What it asks of these fields only. */
    public Wish only(Set<String> keys, Set<String> bases) {
        return new Wish(
                baseVersion, part(fields, keys), part(baseValues, bases), reasonCode, reason, effectiveFrom, merge);
    }

    /** All that an edit can change in what would be done, each by its key. */
    Map<String, @Nullable Object> asked() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(fields);
        asked.put(Policies.OTHERWISE, effectiveFrom == null ? null : effectiveFrom.toString());
        return asked;
    }

    /** Keys of what is asked for otherwise than then; all where nobody knows what it was. */
    Set<String> editedSince(@Nullable Map<String, @Nullable Object> then) {
        Map<String, @Nullable Object> now = asked();
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        if (then != null) {
            FieldValues before = FieldValues.exact(then);
            FieldValues after = FieldValues.exact(now);
            keys.addAll(then.keySet());
            keys.removeIf(key ->
                    then.containsKey(key) == now.containsKey(key) && Objects.equals(before.get(key), after.get(key)));
        }
        return keys;
    }

    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> all, Set<String> keys) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>(all);
        part.keySet().retainAll(keys);
        return part;
    }

    /** What is merged; none of other kinds. */
    public Map<String, @Nullable Object> merging() {
        return merge == null ? Map.of() : merge;
    }
}
