package org.mdmhub.road;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Finding;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.springframework.stereotype.Component;

/** Looks at a request from now: what it would change, what the gate says, and what looks the same. */
@Component
class Assessor {

    private final MasterRecords records;
    private final QualityGate gate;
    private final Matching matching;
    private final Organisations organisations;

    Assessor(MasterRecords records, QualityGate gate, Matching matching, Organisations organisations) {
        this.records = records;
        this.gate = gate;
        this.matching = matching;
        this.organisations = organisations;
    }

    Assessment of(ChangeRequest request) {
        Long id = request.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElseThrow();
        return of(request, record);
    }

    /** The same with a record that the caller has read, or locked, himself. */
    Assessment of(ChangeRequest request, @Nullable MasterRecord record) {
        return assess(
                request.type(),
                request.kind(),
                request.wish().fields(),
                request.block(),
                organisations.codes().get(request.orgUnitId()),
                record,
                request.id());
    }

    /** Of something that nobody asked for yet. */
    Assessment of(Ask ask, @Nullable String unit, @Nullable MasterRecord record) {
        return assess(ask.type(), ask.kind(), ask.fields(), ask.block(), unit, record, null);
    }

    private Assessment assess(
            String type,
            ChangeKind kind,
            Map<String, @Nullable Object> asked,
            @Nullable Map<String, Object> block,
            @Nullable String unit,
            @Nullable MasterRecord record,
            @Nullable UUID request) {
        FieldValues before = record == null ? FieldValues.none() : records.values(type, record);
        String itemId = (request == null ? UUID.randomUUID() : request).toString();
        Intent intent = Intent.of(kind, asked, block, before, String.valueOf(unit), itemId);
        Checked checked = gate.check(type, before, intent.fields());
        List<Finding> findings = checked.findings().stream().map(intent::placed).toList();
        return new Assessment(
                record,
                before,
                checked.after(),
                checked.changes(),
                intent.retire(),
                findings,
                candidates(type, kind, checked.after(), record, request));
    }

    /** A block, a view or a retirement makes no double. */
    private List<Candidate> candidates(
            String type, ChangeKind kind, FieldValues values, @Nullable MasterRecord record, @Nullable UUID request) {
        if (kind != ChangeKind.CREATE && kind != ChangeKind.UPDATE) {
            return List.of();
        }
        Owner self = record != null ? Owner.record(record.id()) : request != null ? Owner.request(request) : null;
        return matching.candidates(type, values, self).stream()
                .filter(candidate ->
                        request == null || !request.equals(candidate.owner().requestId()))
                .toList();
    }
}
