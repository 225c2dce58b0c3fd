package org.mdmhub.web.ask;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.springframework.stereotype.Component;

/** Finds what a form is about, as far as its reader may see it. */
@Component
class Subjects {

    private final MasterTypes types;
    private final MasterRecords records;
    private final ChangeRequests requests;
    private final History history;
    private final Organisations organisations;
    private final Reading reading;

    Subjects(
            MasterTypes types,
            MasterRecords records,
            ChangeRequests requests,
            History history,
            Organisations organisations,
            Reading reading) {
        this.types = types;
        this.records = records;
        this.requests = requests;
        this.history = history;
        this.organisations = organisations;
        this.reading = reading;
    }

    /** A new master. */
    Subject fresh(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
        return new Subject(type, null, null, null, 0, FieldValues.none(), null, true);
    }

    Subject record(String type, String code, Actor reader) {
        fresh(type);
        return reading.as(reader, () -> {
            MasterRecord record = records.find(type, code).orElseThrow(NotThere::new);
            return about(type, record, null);
        });
    }

    /** What a request asks for; creations and changes only. */
    Subject request(UUID id, Actor reader) {
        return reading.asHub("ask", () -> {
            ChangeRequest request = requests.find(id)
                    .filter(found -> Road.sees(reader, found))
                    .filter(found -> found.subject() == null)
                    .filter(found -> found.kind().writesFields())
                    .orElseThrow(NotThere::new);
            Long number = request.recordId();
            MasterRecord record = number == null || request.kind() == ChangeKind.CREATE
                    ? null
                    : records.find(number).orElse(null);
            if (record != null && !Road.sees(reader, record)) {
                throw new NotThere();
            }
            return about(request.type(), record, request);
        });
    }

    private Subject about(String type, @Nullable MasterRecord record, @Nullable ChangeRequest request) {
        return record == null
                ? new Subject(type, null, null, null, 0, FieldValues.none(), request, true)
                : new Subject(
                        type,
                        record.code(),
                        record.id(),
                        organisations.codes().get(record.orgUnitId()),
                        record.version(),
                        records.values(type, record),
                        request,
                        record.status().living());
    }

    /** The record's values in a version that somebody saw. */
    FieldValues at(Subject subject, int version) {
        Long record = subject.record();
        if (record == null || version >= subject.version() || version < 1) {
            return subject.now();
        }
        return reading.asHub(
                "ask",
                () -> history.atVersion(subject.type(), record, version)
                        .map(old -> records.values(subject.type(), old))
                        .orElse(subject.now()));
    }

    /** Code of the organisation that asks. */
    String unit(ChangeRequest request) {
        return String.valueOf(organisations.codes().get(request.orgUnitId()));
    }
}
