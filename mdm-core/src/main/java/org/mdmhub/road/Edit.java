package org.mdmhub.road;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an edit of a request changes: absent parts (null) stay as they are; {@code fields} replaces all fields, {@code merge} all that is said of a merge. */
public record Edit(
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable Integer baseVersion,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveFrom,
        @Nullable Map<String, @Nullable Object> merge) {

    /** Of a request that merges nothing. */
    public Edit(
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable Integer baseVersion,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable Instant effectiveFrom) {
        this(fields, baseVersion, reasonCode, reason, effectiveFrom, null);
    }

    /** Takes a day that was named away again. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    @Nullable
    Instant from(@Nullable Instant before) {
        if (effectiveFrom == null) {
            return before;
        }
        return effectiveFrom.equals(AT_ONCE) ? null : effectiveFrom;
    }
}
