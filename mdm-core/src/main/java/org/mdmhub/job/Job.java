package org.mdmhub.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it stands.
 *
 * @param kind which {@link Work} does it
 * @param subject what it is about
 * @param content what the work needs, JSON values
 * @param total records to look at, 0 until it has begun
 * @param done records looked at
 * @param found records that it found
 * @param lastId the last record looked at
 * @param stage for work of several passes
 * @param error why it failed, null otherwise
 */
public record Job(
        UUID id,
        String kind,
        String subject,
        Map<String, Object> content,
        String askedBy,
        State state,
        long total,
        long done,
        long found,
        long lastId,
        int stage,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long epoch) {

    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean open() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** How far it has come, in percent; 100 once it is done. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, 100 * done / total);
    }

    /** How long it has taken, or took, in milliseconds; 0 before it began. */
    public long millis(Instant now) {
        Instant end = finishedAt == null ? now : finishedAt;
        return startedAt == null ? 0 : Math.max(0, end.toEpochMilli() - startedAt.toEpochMilli());
    }
}
