package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.springframework.http.HttpStatus;

/**
 * A change request as it is posted.
 *
 * @param version of a RESTORE: the version that the record is to be taken back to; or {@code asOf}
 * @param merge of a MERGE: which records, what was picked, and the hash of the preview that was shown
 * @param mergeId of an UNMERGE: the merge that is taken back
 * @param owners of an UNMERGE: whose a later edit is to be, where not the one's that is proposed; its key to a code
 * @param asOf of a RESTORE: an instant; the version that stood then. Blocks and views stay as they are
 */
record AskBody(
        @Nullable String type,
        @Nullable String kind,
        @Nullable String code,
        @Nullable Integer baseVersion,

        @Schema(
                description =
                        "RESTORE: the version to go back to; else asOf. Blocks and views stay as they are; a retired"
                                + " record lives again with its own code")
        @Nullable
        Integer version,

        @Schema(description = "RESTORE: the instant whose version to go back to; else version") @Nullable
        String asOf,

        @Nullable String orgUnit,
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable Map<String, @Nullable Object> block,
        @Nullable Merge merge,
        @Nullable String mergeId,
        @Nullable Map<String, String> owners,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String effectiveFrom,
        @Nullable Source source,
        @Nullable Boolean submit) {

    /** What is merged. */
    record Merge(
            @Nullable String survivor,
            @Nullable List<String> others,
            @Nullable Map<String, String> picks,

            @Schema(description = "a value of one's own for a field; null clears") @Nullable
            Map<String, @Nullable Object> values,

            @Schema(description = "items of lists that are left out, each as field/code/itemId") @Nullable
            List<String> without,

            @Nullable String previewHash) {

        Map<String, @Nullable Object> said() {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("survivor", survivor);
            said.put("others", others);
            said.put("picks", picks);
            said.put("values", values);
            said.put("without", without);
            said.put("previewHash", previewHash);
            return said;
        }
    }

    record Source(@Nullable String system, @Nullable String key) {}

    Ask ask() {
        if (type == null) {
            throw Problem.invalid("/type", "required");
        }
        return new Ask(
                type,
                knownKind(),
                code,
                baseVersion,
                orgUnit,
                fields == null ? Map.of() : fields,
                block == null ? null : withoutNulls(block),
                reasonCode,
                reason,
                instant(effectiveFrom),
                knownSource(),
                Objects.requireNonNullElse(submit, false),
                earlier(),
                merging());
    }

    private @Nullable Map<String, @Nullable Object> merging() {
        boolean merges = ChangeKind.MERGE.name().equals(kind);
        boolean parts = ChangeKind.UNMERGE.name().equals(kind);
        if (!merges && merge != null) {
            throw Problem.invalid("/merge", "onlyMerge");
        }
        if (!parts && (mergeId != null || owners != null)) {
            throw Problem.invalid(mergeId == null ? "/owners" : "/mergeId", "onlyUnmerge");
        }
        if (!merges && !parts) {
            return null;
        }
        if (merges) {
            return merge == null ? Map.of() : merge.said();
        }
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("mergeId", mergeId);
        said.put("owners", owners);
        return said;
    }

    private Ask.@Nullable Earlier earlier() {
        boolean restores = ChangeKind.RESTORE.name().equals(kind);
        if (!restores && (version != null || asOf != null)) {
            throw Problem.invalid(version == null ? "/asOf" : "/version", "onlyRestore");
        }
        return restores ? new Ask.Earlier(version, instant("/asOf", asOf)) : null;
    }

    private ChangeKind knownKind() {
        for (ChangeKind known : ChangeKind.values()) {
            if (known.name().equals(kind)) {
                return known;
            }
        }
        throw new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "kind",
                List.of(Finding.error("/kind", "kind", String.valueOf(kind))));
    }

    private Ask.@Nullable Source knownSource() {
        if (source == null) {
            return null;
        }
        String system = source.system();
        String key = source.key();
        if (system == null || key == null) {
            throw Problem.invalid(system == null ? "/source/system" : "/source/key", "required");
        }
        return new Ask.Source(system, key);
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> values) {
        return org.mdmhub.record.FieldValues.of(values).asMap();
    }

    /** An instant, or a day, which begins at midnight where the hub stands. */
    static @Nullable Instant instant(@Nullable String text) {
        return instant("/effectiveFrom", text);
    }

    private static @Nullable Instant instant(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(pointer, "type", "DATE");
        }
    }
}
