package org.mdmhub.road;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;

/**
 * What somebody asks for, as it came through a door: nothing in it is checked yet.
 *
 * @param type key of the master type
 * @param code golden code, null for a new record; key of a setting
 * @param baseVersion version that the asker saw
 * @param orgUnit code of the organisation that asks; null means his only one
 * @param fields field key to raw value, null clears
 * @param block what to add or take away, for BLOCK and UNBLOCK
 * @param submit false keeps it as a draft
 * @param earlier what a RESTORE goes back to; null for other kinds
 * @param merge what a MERGE merges, or which merge an UNMERGE takes back; null for other kinds
 */
public record Ask(
        String type,
        ChangeKind kind,
        @Nullable String code,
        @Nullable Integer baseVersion,
        @Nullable String orgUnit,
        Map<String, @Nullable Object> fields,
        @Nullable Map<String, Object> block,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveFrom,
        @Nullable Source source,
        boolean submit,
        @Nullable Earlier earlier,
        @Nullable Map<String, @Nullable Object> merge) {

    /** The version that a RESTORE goes back to: by its number, or the one that stood at an instant. */
    public record Earlier(
            @Nullable Integer version, @Nullable Instant asOf) {}

    public Ask(
            String type,
            ChangeKind kind,
            @Nullable String code,
            @Nullable Integer baseVersion,
            @Nullable String orgUnit,
            Map<String, @Nullable Object> fields,
            @Nullable Map<String, Object> block,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable Instant effectiveFrom,
            @Nullable Source source,
            boolean submit) {
        this(
                type,
                kind,
                code,
                baseVersion,
                orgUnit,
                fields,
                block,
                reasonCode,
                reason,
                effectiveFrom,
                source,
                submit,
                null,
                null);
    }

    /** The key by which another system calls the thing. */
    public record Source(String system, String key) {

        static @Nullable Source of(ChangeRequest request) {
            String system = request.sourceSystem();
            String key = request.sourceKey();
            return system == null || key == null ? null : new Source(system, key);
        }
    }

    /** A new record, submitted at once. */
    public static Ask create(String type, String orgUnit, Map<String, @Nullable Object> fields, String reason) {
        return new Ask(
                type, ChangeKind.CREATE, null, null, orgUnit, fields, null, "NEW_BUSINESS", reason, null, null, true);
    }

    /** Other values, submitted at once. */
    public static Ask update(String type, String code, int base, Map<String, @Nullable Object> fields, String reason) {
        return new Ask(type, ChangeKind.UPDATE, code, base, null, fields, null, "CHANGE", reason, null, null, true);
    }

    /** Something laid down, submitted at once; {@code base} is the version that the asker saw, null for a new one. */
    public static Ask setting(
            String type,
            ChangeKind kind,
            String key,
            @Nullable Integer base,
            Map<String, @Nullable Object> fields,
            String reason) {
        return new Ask(type, kind, key, base, null, fields, null, null, reason, null, null, true);
    }

    /** A merge, or taking one back, submitted at once; what it says stands in {@code what}, see {@link MergeWish}. */
    public static Ask merge(String type, ChangeKind kind, Map<String, @Nullable Object> what, @Nullable String reason) {
        return new Ask(type, kind, null, null, null, Map.of(), null, null, reason, null, null, true).merging(what);
    }

    Ask with(Map<String, @Nullable Object> otherFields, @Nullable String otherUnit) {
        return copy(baseVersion, otherUnit, otherFields, source, earlier);
    }

    /** The same about a merge. */
    public Ask merging(Map<String, @Nullable Object> what) {
        return new Ask(
                type,
                kind,
                code,
                baseVersion,
                orgUnit,
                fields,
                block,
                reasonCode,
                reason,
                effectiveFrom,
                source,
                submit,
                earlier,
                what);
    }

    /** The same for a reason of the list. */
    public Ask because(String reasonOfTheList) {
        return new Ask(
                type,
                kind,
                code,
                baseVersion,
                orgUnit,
                fields,
                block,
                reasonOfTheList,
                reason,
                effectiveFrom,
                source,
                submit,
                earlier,
                merge);
    }

    /** The same, going back to an earlier version. */
    public Ask restoring(Earlier version) {
        return copy(baseVersion, orgUnit, fields, source, version);
    }

    Ask against(int base) {
        return copy(base, orgUnit, fields, source, earlier);
    }

    public Ask from(String system, String key) {
        return copy(baseVersion, orgUnit, fields, new Source(system, key), earlier);
    }

    private Ask copy(
            @Nullable Integer base,
            @Nullable String unit,
            Map<String, @Nullable Object> asked,
            @Nullable Source from,
            @Nullable Earlier version) {
        return new Ask(
                type,
                kind,
                code,
                base,
                unit,
                asked,
                block,
                reasonCode,
                reason,
                effectiveFrom,
                from,
                submit,
                version,
                merge);
    }
}
