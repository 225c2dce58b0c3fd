package org.mdmhub.merge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the present value of a field comes from.
 *
 * @param since when it was written, null where it is older than what was looked through
 * @param source code of the system that it came from, null where a person wrote it or nobody knows
 * @param requestId the request that wrote it, null where none did
 * @param who login that asked for it
 * @param why the reason as written
 * @param mergeId the merge that brought it and whose member is not known, null where none did
 */
public record Origin(
        @Nullable Instant since,
        @Nullable String source,
        @Nullable UUID requestId,
        @Nullable String who,
        @Nullable String why,
        @Nullable UUID mergeId) {

    static final Origin UNKNOWN = new Origin(null, null, null, null, null, null);
}
