package org.mdmhub.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.Verdict;

/**
 * Many decisions and what became of them.
 *
 * @param verdict APPROVE or RETURN
 * @param running whether some are still to be taken
 */
public record Bulk(
        UUID id,
        Verdict verdict,
        @Nullable String comment,
        Instant askedAt,
        int total,
        int done,
        int refused,
        boolean running) {

    /** One decision as it is asked for: about the request in the version that was on the page. */
    public record Item(UUID id, int version) {}

    /** Whether a decision was taken. */
    public enum State {
        WAITING,
        DONE,
        REFUSED
    }

    /**
     * What became of one.
     *
     * @param code why it was not taken, as problems are called; null unless refused
     */
    public record Result(
            UUID request,
            int version,
            State state,
            @Nullable String code) {}

    /** How many are settled, of a hundred. */
    public int percent() {
        return total == 0 ? 100 : 100 * (done + refused) / total;
    }

    /** The outcomes of a bulk, in the order of the page. */
    public record Report(Bulk bulk, List<Result> results) {}
}
