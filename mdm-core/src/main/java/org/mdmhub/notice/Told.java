package org.mdmhub.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it was written for one person.
 *
 * @param readAt null while he has not read it
 */
public record Told(
        UUID id,
        String login,
        String kind,
        @Nullable UUID request,
        List<String> args,
        Instant at,
        @Nullable Instant readAt) {

    public boolean isNew() {
        return readAt == null;
    }
}
