package org.mdmhub.sync.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target is told: one record as it is now, already in the target's own field names.
 *
 * @param type key of the master type, {@code customers} or {@code products}
 * @param code the golden code
 * @param status ACTIVE, BLOCKED, RETIRED or MERGED
 * @param version the record's version that this message carries
 * @param targetKey the target's id of the record, null where it is not known to hold it
 * @param stage where an {@link Outcome.Underway} delivery stopped, null at the beginning
 * @param body mapped document: values are String, BigDecimal, Integer, Boolean, Map or List
 */
public record Message(
        String type,
        String code,
        String status,
        int version,
        @Nullable String targetKey,
        @Nullable String stage,
        Map<String, Object> body) {}
