package org.mdmhub.talk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said on a request, for one reader.
 *
 * @param comments oldest first
 * @param urges newest first
 * @param open keys of fields with comments of this round by others than its authors: what is to be mended
 * @param watching whether the reader hears of it
 * @param maySay whether he may comment
 * @param mayUrge whether he may urge now
 * @param nextUrge when he may urge again, null where that is not what keeps him
 */
public record Conversation(
        List<RequestComment> comments,
        List<Urge> urges,
        List<String> open,
        boolean watching,
        boolean maySay,
        boolean mayUrge,
        @Nullable Instant nextUrge) {

    /** Somebody asked for a decision; so many people were told. */
    public record Urge(String login, Instant at, int told) {}
}
