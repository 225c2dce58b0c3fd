package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Birth;
import org.mdmhub.coding.Codes;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.springframework.stereotype.Component;

/** What new records bring along when their code is made: the values as they are stored, with what stands by default. */
@Component
class Births {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Codes codes;

    Births(MasterTypes types, MasterRecords records, Organisations organisations, Codes codes) {
        this.types = types;
        this.records = records;
        this.organisations = organisations;
        this.codes = codes;
    }

    /** Of a record that was written in memory and has no code yet. */
    Birth of(ChangeRequest request, MasterRecord record, Instant now) {
        return new Birth(
                String.valueOf(organisations.codes().get(record.orgUnitId())),
                types.values(request.type(), record),
                now,
                source(Ask.Source.of(request)));
    }

    /** What would keep a record with these values from getting a code. */
    List<Finding> check(String type, String unit, FieldValues values, Ask.@Nullable Source source) {
        Instant now = Instant.now();
        int owner = organisations.find(unit).orElseThrow().id();
        MasterRecord draft = records.create(type, owner, now);
        records.write(type, draft, values, false, now);
        return codes.check(type, new Birth(unit, types.values(type, draft), now, source(source)));
    }

    private static Birth.@Nullable Source source(Ask.@Nullable Source source) {
        return source == null ? null : new Birth.Source(source.system(), source.key());
    }
}
