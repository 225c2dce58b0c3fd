package org.mdmhub.sync.target;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one push. An outcome is never guessed: HTTP 200 is no proof, and where nothing can be said it is
 * {@link Unknown}, after which the target is read before anything is repeated.
 */
public sealed interface Outcome {

    /** The target holds the record. {@code version} is the target's own mark of its state, where it gives one. */
    record Accepted(String targetKey, @Nullable String version) implements Outcome {}

    /** Begun and not finished: saved but not audited, or a bulk job is running. Taken up again at {@code stage}. */
    record Underway(String targetKey, String stage, Instant lookAgainAt) implements Outcome {}

    /** The target will not take the record as it is; a steward reads why. Never repeated with the same content. */
    record Rejected(List<Refusal> refusals) implements Outcome {}

    /** Too many calls. {@code until} is null where the target did not say. Belongs to the target, not to the record. */
    record Throttled(@Nullable Instant until) implements Outcome {}

    /** Credentials refused, also after one renewal. The target is paused and a person told. */
    record Unauthorized(String why) implements Outcome {}

    /** The target as a whole does not serve; nothing was done. {@code until} as it asked by Retry-After, or null. */
    record Unavailable(String why, @Nullable Instant until) implements Outcome {}

    /** Sent, and no telling whether it was done. */
    record Unknown(String why) implements Outcome {}

    /**
     * Nothing was pushed: the record is merged, and the target never held it, so it need not be told. Said by the hub,
     * never by a connector.
     */
    record Unneeded() implements Outcome {}

    /** One reason of a rejection: the target's field, where it named one, and its words. */
    record Refusal(@Nullable String field, String message) {}
}
