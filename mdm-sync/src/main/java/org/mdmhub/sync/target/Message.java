package org.mdmhub.sync.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target is told: one record as it is now, already in the target's own field names.
 *
 * @param type key of the master type, {@code customers} or {@code products}
 * @param code the golden code
 * @param status ACTIVE, BLOCKED, RETIRED or MERGED
 * @param survivorCode golden code of the record that a merged one leads to, the last of its chain; else null
 * @param version the record's version that this message carries
 * @param targetKey the target's id of the record, null where it is not known to hold it
 * @param stage where an {@link Outcome.Underway} delivery stopped, null at the beginning
 * @param body mapped document: values are String, BigDecimal, Integer, Boolean, Map or List;
 *     null tells the target to forget an earlier value
 */
public record Message(
        String type,
        String code,
        String status,
        @Nullable String survivorCode,
        int version,
        @Nullable String targetKey,
        @Nullable String stage,
        Map<String, @Nullable Object> body) {

    /** Of a record that stands for itself. */
    public Message(
            String type,
            String code,
            String status,
            int version,
            @Nullable String targetKey,
            @Nullable String stage,
            Map<String, @Nullable Object> body) {
        this(type, code, status, null, version, targetKey, stage, body);
    }

    public boolean merged() {
        return status.equals("MERGED");
    }

    /** The same, to be taken up anew from what the target was found to hold. */
    public Message heldAs(String key) {
        return new Message(type, code, status, survivorCode, version, key, null, body);
    }
}
