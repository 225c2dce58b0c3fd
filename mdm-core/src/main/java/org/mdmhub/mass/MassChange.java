package org.mdmhub.mass;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Step;

/**
 * A mass change as it was shown to whoever asks for it.
 *
 * @param ownerUnit the lowest organisation above all its records
 * @param filter as it was asked for
 * @param fields path to raw value, null clears
 * @param steps who must approve: everything that any of its records needs
 * @param hash of the records, their versions and what changes in each
 * @param request null before it is submitted
 */
public record MassChange(
        String key,
        String type,
        int ownerUnit,
        Map<String, Object> filter,
        Map<String, @Nullable Object> fields,
        List<Step> steps,
        int total,
        String hash,
        String createdBy,
        Instant createdAt,
        @Nullable UUID request,
        @Nullable Instant approvedAt,
        @Nullable UUID job,
        @Nullable Instant finishedAt) {

    /** Whether a mass change can write this field at all. */
    public static boolean takes(String field) {
        return !MassPaths.NOT_SO_MANY.contains(field);
    }

    /**
     * One record of it.
     *
     * @param state PLANNED, or what became of it
     * @param note what the gate said, as codes and texts are found by it
     */
    public record Item(
            int position,
            long record,
            int version,
            Map<String, @Nullable Object> fields,
            String state,
            @Nullable UUID request,
            List<Map<String, Object>> note) {

        /** The same as findings. */
        public List<Finding> findings() {
            return note.stream()
                    .map(one -> new Finding(
                            String.valueOf(one.get("pointer")),
                            Finding.Severity.ERROR,
                            String.valueOf(one.get("code")),
                            one.get("args") instanceof List<?> args
                                    ? args.stream().map(String::valueOf).toList()
                                    : List.of(),
                            null))
                    .toList();
        }
    }
}
