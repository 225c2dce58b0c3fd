package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Wish;
import org.springframework.stereotype.Component;

/** Looks at a request from now: what it would change, what the gate says, and what looks the same. */
@Component
class Assessor {

    private final MasterRecords records;
    private final QualityGate gate;
    private final Matching matching;
    private final Organisations organisations;
    private final Proposals proposals;
    private final Births births;
    private final Renamings renamings;
    private final MergeWishes merges;

    Assessor(
            MasterRecords records,
            QualityGate gate,
            Matching matching,
            Organisations organisations,
            Proposals proposals,
            Births births,
            Renamings renamings,
            MergeWishes merges) {
        this.records = records;
        this.gate = gate;
        this.matching = matching;
        this.organisations = organisations;
        this.proposals = proposals;
        this.births = births;
        this.renamings = renamings;
        this.merges = merges;
    }

    Assessment of(ChangeRequest request) {
        if (request.subject() != null) {
            return proposals.assess(request);
        }
        if (request.kind().merges()) {
            return merges.assess(request.type(), request.kind(), request.wish().merge());
        }
        Long id = request.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElseThrow();
        return of(request, record);
    }

    /** The same with a record that the caller has read, or locked, himself. */
    Assessment of(ChangeRequest request, @Nullable MasterRecord record) {
        return assess(subject(request, record));
    }

    /** What a part of an open request would come to. */
    Assessment of(ChangeRequest request, Wish part) {
        Long id = request.recordId();
        return assess(subject(request, id == null ? null : records.find(id).orElseThrow(), part));
    }

    /** Of something that nobody asked for yet. */
    Assessment of(Ask ask, @Nullable String unit, @Nullable MasterRecord record) {
        if (proposals.find(ask.type()).isPresent()) {
            return proposals.assess(ask);
        }
        if (ask.kind().merges()) {
            return merges.assess(ask.type(), ask.kind(), ask.merge());
        }
        return assess(new Subject(
                ask.type(),
                ask.kind(),
                ask.fields(),
                ask.block(),
                unit,
                record,
                ask.source(),
                null,
                ask.effectiveFrom()));
    }

    /** Waits for everybody who is writing what this request's outcome depends on, until the transaction ends. */
    void lock(ChangeRequest request, @Nullable MasterRecord record) {
        Subject subject = subject(request, record);
        FieldValues before = before(subject);
        Occasion occasion = occasion(subject);
        FieldValues after =
                gate.check(occasion, before, intent(subject, before).fields()).after();
        matching.lock(subject.type(), after, gate.alone(occasion, before, after));
    }

    /** What is asked, by a request or before there is one. */
    private record Subject(
            String type,
            ChangeKind kind,
            Map<String, @Nullable Object> asked,
            @Nullable Map<String, Object> block,
            @Nullable String unit,
            @Nullable MasterRecord record,
            Ask.@Nullable Source source,
            @Nullable UUID request,
            @Nullable Instant from) {

        Intent intent(FieldValues before) {
            String itemId = (request == null ? UUID.randomUUID() : request).toString();
            return Intent.of(kind, asked, block, before, String.valueOf(unit), itemId);
        }

        boolean revives() {
            return kind == ChangeKind.RESTORE && record != null && record.status() == RecordStatus.RETIRED;
        }

        @Nullable
        Owner self() {
            return record != null ? Owner.record(record.id()) : request != null ? Owner.request(request) : null;
        }
    }

    private Subject subject(ChangeRequest request, @Nullable MasterRecord record) {
        return subject(request, record, request.wish());
    }

    private Subject subject(ChangeRequest request, @Nullable MasterRecord record, Wish wish) {
        return new Subject(
                request.type(),
                request.kind(),
                wish.fields(),
                request.block(),
                organisations.codes().get(request.orgUnitId()),
                record,
                Ask.Source.of(request),
                request.id(),
                wish.effectiveFrom());
    }

    private FieldValues before(Subject subject) {
        MasterRecord record = subject.record();
        return record == null ? FieldValues.none() : records.values(subject.type(), record);
    }

    private Occasion occasion(Subject subject) {
        MasterRecord record = subject.record();
        return record == null
                ? new Occasion(subject.type(), subject.unit(), null)
                : new Occasion(subject.type(), organisations.codes().get(record.orgUnitId()), record.id());
    }

    private Assessment assess(Subject subject) {
        FieldValues before = before(subject);
        Intent intent = intent(subject, before);
        Checked checked = gate.check(occasion(subject), before, intent.fields());
        List<Finding> findings = Stream.concat(
                        checked.findings().stream().flatMap(intent::placed), beside(subject, before, checked.after()))
                .toList();
        return new Assessment(
                subject.record(),
                before,
                checked.after(),
                checked.changes(),
                intent.retire(),
                subject.revives(),
                findings,
                candidates(subject, checked.after()));
    }

    private Intent intent(Subject subject, FieldValues before) {
        return renamings
                .find(subject.kind(), subject.type())
                .map(renaming -> renamings.intent(renaming, subject.asked(), before, subject.request(), subject.from()))
                .orElseGet(() -> subject.intent(before));
    }

    /** What is to be said beside the gate. */
    private Stream<Finding> beside(Subject subject, FieldValues before, FieldValues after) {
        return renamings
                .find(subject.kind(), subject.type())
                .map(renaming -> renaming.check(before, subject.asked(), after).stream())
                .orElseGet(() -> code(subject, after));
    }

    /** What keeps a new record from getting a code. */
    private Stream<Finding> code(Subject subject, FieldValues values) {
        String unit = subject.unit();
        return subject.kind() != ChangeKind.CREATE || unit == null
                ? Stream.empty()
                : births.check(subject.type(), unit, values, subject.source()).stream();
    }

    /** A block, a view or a retirement makes no double. */
    private List<Candidate> candidates(Subject subject, FieldValues values) {
        if (!subject.kind().writesFields()) {
            return List.of();
        }
        UUID request = subject.request();
        return matching.candidates(subject.type(), values, subject.self()).stream()
                .filter(candidate ->
                        request == null || !request.equals(candidate.owner().requestId()))
                .toList();
    }
}
