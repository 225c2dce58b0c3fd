package org.mdmhub.sync.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lanes are asked for; null parts do not matter.
 *
 * @param after the last id of the page before
 * @param owed whether only what is not delivered yet
 */
public record LaneQuery(
        @Nullable String target,
        @Nullable String type,
        Lane.@Nullable State state,
        @Nullable String code,
        UUID after,
        int limit,
        boolean owed) {

    /** Whether delivered or not. */
    public LaneQuery(
            @Nullable String target,
            @Nullable String type,
            Lane.@Nullable State state,
            @Nullable String code,
            UUID after,
            int limit) {
        this(target, type, state, code, after, limit, false);
    }
}
