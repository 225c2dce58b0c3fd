package org.mdmhub.request;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as it can be edited.
 *
 * @param baseVersion version of the record that the author saw, null where it does not matter
 * @param fields field key to value, null clears; standardised where they are well-formed
 * @param baseValues what these fields, and those that belong together with them, held at that version
 * @param reasonCode of the list of reasons
 * @param reason as the author wrote it
 * @param effectiveFrom not before; null at once
 */
public record Wish(
        @Nullable Integer baseVersion,
        Map<String, @Nullable Object> fields,
        Map<String, @Nullable Object> baseValues,
        String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveFrom) {}
