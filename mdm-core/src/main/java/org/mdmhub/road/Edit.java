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
        @Nullable Instant effectiveFrom) {}
