package org.mdmhub.request;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new request begins with.
 *
 * @param orgUnit the organisation that asks
 * @param ownerUnit the organisation that owns the record, or will
 * @param recordId null for a new record
 * @param subject key of the setting that it is about, null where it is about a master
 * @param splitFrom the request of whose rest this is, null for others
 * @param block the block to add or take away, null for other kinds
 */
public record Beginning(
        String type,
        ChangeKind kind,
        int orgUnit,
        int ownerUnit,
        @Nullable Long recordId,
        @Nullable String subject,
        @Nullable Map<String, Object> block,
        @Nullable String sourceSystem,
        @Nullable String sourceKey,
        Wish wish,
        @Nullable UUID splitFrom) {

    /** Something that is asked for by itself. */
    public Beginning(
            String type,
            ChangeKind kind,
            int orgUnit,
            int ownerUnit,
            @Nullable Long recordId,
            @Nullable String subject,
            @Nullable Map<String, Object> block,
            @Nullable String sourceSystem,
            @Nullable String sourceKey,
            Wish wish) {
        this(type, kind, orgUnit, ownerUnit, recordId, subject, block, sourceSystem, sourceKey, wish, null);
    }

    /** The rest of a request, which asks for this much. */
    static Beginning rest(ChangeRequest request, Wish wish) {
        return new Beginning(
                request.type(),
                request.kind(),
                request.orgUnitId(),
                request.ownerUnitId(),
                request.recordId(),
                request.subject(),
                request.block(),
                null,
                null,
                wish,
                request.id());
    }
}
