package org.mdmhub.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind something to match: a record or an open request; exactly one of the two is set. */
public record Owner(@Nullable Long recordId, @Nullable UUID requestId) {

    public Owner {
        if ((recordId == null) == (requestId == null)) {
            throw new IllegalArgumentException("either a record or a request");
        }
    }

    public static Owner record(long id) {
        return new Owner(id, null);
    }

    public static Owner request(UUID id) {
        return new Owner(null, id);
    }
}
