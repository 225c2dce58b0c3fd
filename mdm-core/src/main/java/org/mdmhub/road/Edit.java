package org.mdmhub.road;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an edit of a request changes: absent parts (null) stay as they are; {@code fields} replaces all fields. */
public record Edit(
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable Integer baseVersion,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveFrom) {

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
