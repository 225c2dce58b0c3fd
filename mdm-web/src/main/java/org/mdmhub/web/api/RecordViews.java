package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.Survivors;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/** Records as the API shows them. */
@Component
class RecordViews {

    private final MasterRecords records;
    private final Survivors survivors;
    private final Organisations organisations;
    private final ForeignKeys keys;
    private final Masking masking;

    RecordViews(
            MasterRecords records,
            Survivors survivors,
            Organisations organisations,
            ForeignKeys keys,
            Masking masking) {
        this.records = records;
        this.survivors = survivors;
        this.organisations = organisations;
        this.keys = keys;
        this.masking = masking;
    }

    /** A record; fields without a value are left out, {@code masked} names those that are hidden from the reader. */
    record View(
            String code,
            String type,
            String status,
            int version,
            @Nullable String orgUnit,
            Map<String, @Nullable Object> fields,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> masked,
            List<ForeignKeys.ForeignKey> keys,
            @Nullable String survivorCode,
            Instant createdAt,
            Instant updatedAt) {}

    View of(String type, MasterRecord record, Actor reader) {
        return of(type, List.of(record), reader).get(0);
    }

    List<View> of(String type, Collection<MasterRecord> found, Actor reader) {
        Map<Integer, String> units = organisations.codes();
        Map<Long, List<ForeignKeys.ForeignKey>> foreign =
                keys.of(found.stream().map(MasterRecord::id).toList());
        return found.stream()
                .map(record -> {
                    Mask mask = masking.of(reader, type, record);
                    Map<String, Object> values = records.values(type, record).asMap();
                    return new View(
                            record.code(),
                            type,
                            record.status().name(),
                            record.version(),
                            units.get(record.orgUnitId()),
                            mask.without(values),
                            mask.names(values),
                            foreign.getOrDefault(record.id(), List.of()),
                            survivors.codeOf(record),
                            record.createdAt(),
                            record.updatedAt());
                })
                .toList();
    }
}
