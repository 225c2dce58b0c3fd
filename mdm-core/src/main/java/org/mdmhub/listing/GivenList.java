package org.mdmhub.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as it stands.
 *
 * @param fields for each header the field that it names, empty for none
 * @param rows how many it has
 * @param read rows that were compared with the hub by now
 * @param matched rows that the hub has, {@code possible} those of which it may, {@code alone} those that it has not
 * @param unread rows that cannot be compared, for they have no name
 * @param twice rows that stand in it more than once; known when it is done
 */
public record GivenList(
        UUID id,
        String type,
        String givenBy,
        Instant givenAt,
        String fileName,
        char delimiter,
        List<String> headers,
        List<String> fields,
        State state,
        int rows,
        int read,
        int matched,
        int possible,
        int alone,
        int unread,
        int twice,
        @Nullable UUID job) {

    /** How long its rows are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** In percent; what stands in it twice is the last part. */
    public int percent() {
        return state == State.DONE ? 100 : (int) (95L * read / rows);
    }

    /** When its rows are deleted. */
    public Instant until() {
        return givenAt.plus(KEPT);
    }
}
