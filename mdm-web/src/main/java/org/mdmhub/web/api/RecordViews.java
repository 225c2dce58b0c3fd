package org.mdmhub.web.api;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/** Records as the API shows them. */
@Component
class RecordViews {

    private final MasterRecords records;
    private final Organisations organisations;
    private final ForeignKeys keys;

    RecordViews(MasterRecords records, Organisations organisations, ForeignKeys keys) {
        this.records = records;
        this.organisations = organisations;
        this.keys = keys;
    }

    /** A record; fields without a value are left out. */
    record View(
            String code,
            String type,
            String status,
            int version,
            @Nullable String orgUnit,
            Map<String, Object> fields,
            List<ForeignKeys.ForeignKey> keys,
            @Nullable String survivorCode,
            Instant createdAt,
            Instant updatedAt) {}

    View of(String type, MasterRecord record) {
        return of(type, List.of(record)).get(0);
    }

    List<View> of(String type, Collection<MasterRecord> found) {
        Map<Integer, String> units = organisations.codes();
        Map<Long, List<ForeignKeys.ForeignKey>> foreign =
                keys.of(found.stream().map(MasterRecord::id).toList());
        return found.stream()
                .map(record -> {
                    Long survivor = record.survivorId();
                    return new View(
                            record.code(),
                            type,
                            record.status().name(),
                            record.version(),
                            units.get(record.orgUnitId()),
                            new LinkedHashMap<>(records.values(type, record).asMap()),
                            foreign.getOrDefault(record.id(), List.of()),
                            survivor == null ? null : records.codeOf(survivor).orElse(null),
                            record.createdAt(),
                            record.updatedAt());
                })
                .toList();
    }
}
