package org.mdmhub.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new request begins with.
 *
 * @param orgUnit the organisation that asks
 * @param ownerUnit the organisation that owns the record, or will
 * @param recordId null for a new record
 * @param subject key of the setting that it is about, null where it is about a master
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
        Wish wish) {}
