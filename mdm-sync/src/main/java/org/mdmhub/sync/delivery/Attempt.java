package org.mdmhub.sync.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Exchange;

/**
 * One try to bring a record to a target.
 *
 * @param version of the record that was sent
 * @param outcome name of the {@link org.mdmhub.sync.target.Outcome}
 * @param detail what a person should read about it, null where all was well
 * @param exchanges what was sent and answered, masked and cut to their length, in order
 */
public record Attempt(
        long id,
        Instant at,
        int version,
        String outcome,
        @Nullable String detail,
        long millis,
        List<Exchange> exchanges) {}
