package org.mdmhub.sync.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.Survivors;
import org.mdmhub.sync.mapping.FieldMapping;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.sync.target.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the message of a lane from the record as it is now, and says what of it must not be kept. */
@Component
class Messages {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Survivors survivors;
    private final MergedLanes lanes;
    private final Mappings mappings;
    private final TransactionTemplate transaction;

    Messages(
            MasterTypes types,
            MasterRecords records,
            Survivors survivors,
            MergedLanes lanes,
            Mappings mappings,
            PlatformTransactionManager manager) {
        this.types = types;
        this.records = records;
        this.survivors = survivors;
        this.lanes = lanes;
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A message, and what hides its secrets in all that is kept of it. */
    record Prepared(Message message, Mask mask) {}

    Prepared of(Lane lane) {
        return Scope.system("courier", () -> Objects.requireNonNull(transaction.execute(status -> prepared(lane))));
    }

    private Prepared prepared(Lane lane) {
        MasterRecord record = records.find(lane.recordId()).orElseThrow();
        FieldValues values = survivors.resolved(lane.type(), record, records.values(lane.type(), record));
        return new Prepared(message(lane, record, values), mask(lane, values));
    }

    private Message message(Lane lane, MasterRecord record, FieldValues values) {
        Long next = record.survivorId();
        Survivors.Last last = next == null ? null : survivors.of(Set.of(next)).get(next);
        String survivor = last == null ? null : last.code();
        var source = new Mappings.Source(
                record.code(),
                record.status().name(),
                record.version(),
                survivor,
                last == null ? null : lanes.keyOf(lane.target(), last.id()).orElse(null),
                values);
        // a target that may hold an earlier version must be told what is gone
        boolean clear = lane.deliveredVersion() > 0 || lane.targetKey() != null || lane.epoch() > 1;
        return new Message(
                lane.type(),
                record.code(),
                record.status().name(),
                survivor,
                record.version(),
                lane.targetKey(),
                lane.stage(),
                mappings.document(lane.target(), lane.type(), source, clear));
    }

    private Mask mask(Lane lane, FieldValues values) {
        Set<String> masked = types.fields(lane.type()).stream()
                .filter(Field::masked)
                .map(Field::key)
                .collect(Collectors.toSet());
        List<String> names = mappings.rows(lane.target(), lane.type()).stream()
                .filter(row -> masked.contains(row.source()) || masked.contains(String.valueOf(row.otherwise())))
                .map(FieldMapping::head)
                .toList();
        return new Mask(
                names,
                masked.stream()
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList());
    }
}
