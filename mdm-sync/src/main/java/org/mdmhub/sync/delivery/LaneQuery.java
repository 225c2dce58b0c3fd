package org.mdmhub.sync.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which lanes are asked for; null parts do not matter, {@code after} is the last id of the page before. */
public record LaneQuery(
        @Nullable String target,
        @Nullable String type,
        Lane.@Nullable State state,
        @Nullable String code,
        UUID after,
        int limit) {}
