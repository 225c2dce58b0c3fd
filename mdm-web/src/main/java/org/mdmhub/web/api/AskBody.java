package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.springframework.http.HttpStatus;

/**
 * A change request as it is posted. {@code merge} and {@code mergeId} belong to kinds that are yet to come.
 *
 * @param version of a RESTORE: the version that the record is to be taken back to; or {@code asOf}
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
        @Nullable Object merge,
        @Nullable String mergeId,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String effectiveFrom,
        @Nullable Source source,
        @Nullable Boolean submit) {

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
                null);
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
