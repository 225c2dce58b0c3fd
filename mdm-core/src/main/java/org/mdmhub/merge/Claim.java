package org.mdmhub.merge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that one of the records to be merged holds, and what speaks for it.
 *
 * @param record number of the record
 * @param code golden code of the record
 * @param value neutral, never null
 * @param since when it was written, null where nobody knows
 * @param source code of the system that it came from, null where a person wrote it
 */
public record Claim(
        long record,
        String code,
        Object value,
        @Nullable Instant since,
        @Nullable String source) {}
