package org.mdmhub.sync.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a target should hold of a record and what it holds.
 *
 * @param wantedVersion the record's version that was approved last
 * @param deliveredVersion the version that the target is known to hold, 0 for none
 * @param epoch of the lease; a courier acknowledges only under its own
 * @param targetKey the target's id of the record, once known
 * @param stage where a delivery of several calls stopped
 * @param attempts since the wanted version was set; calls that never left do not count
 */
public record Lane(
        UUID id,
        String target,
        long recordId,
        String type,
        int wantedVersion,
        int deliveredVersion,
        State state,
        @Nullable Instant notBefore,
        int attempts,
        @Nullable Instant nextAttemptAt,
        long epoch,
        @Nullable String targetKey,
        @Nullable String stage,
        @Nullable String lastOutcome,
        @Nullable String lastError) {

    /** How far it is. */
    public enum State {
        DELIVERED,
        PENDING,
        /** Begun there and not finished. */
        UNDERWAY,
        /** Failed after sending; tried again by itself. */
        RETRYING,
        /** The target will not take it; somebody must look. */
        NEEDS_STEWARD,
        /** Waits out the window in which the decision can be undone. */
        HELD
    }

    boolean unknownBefore() {
        return "Unknown".equals(lastOutcome);
    }
}
