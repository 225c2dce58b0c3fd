package org.mdmhub.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as it was made.
 *
 * @param id of the request that asked for it
 * @param survivor number of the record that stayed
 * @param others numbers of the records that were merged, in their order
 * @param number counts the merges, in the order in which they were made
 * @param undoneBy the request that took it back, null while it holds
 */
public record MergeEntry(
        UUID id,
        String type,
        long survivor,
        List<Long> others,
        long number,
        Instant at,
        @Nullable UUID undoneBy) {}
