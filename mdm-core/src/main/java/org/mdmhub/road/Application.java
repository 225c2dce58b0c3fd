package org.mdmhub.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.matching.MatchLabels;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.merge.Merges;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.record.RecordWritten;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Decision;
import org.mdmhub.source.ForeignKeys;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes an approved request, inside the road's one transaction: lock, re-check, re-match, take the code, write record,
 * ledger and lanes. The request is locked by the caller; then come the record, the match buckets and, of a new record
 * only, the counter, after which there are inserts that nobody else waits for; an existing record's lanes come last.
 */
@Component
class Application {

    static final String STATUS = "status";

    private final MasterRecords records;
    private final Assessor assessor;
    private final Matching matching;
    private final DuplicatePairs pairs;
    private final MatchLabels labels;
    private final Codes codes;
    private final ForeignKeys keys;
    private final Approvals approvals;
    private final Proposals proposals;
    private final Births births;
    private final NamedPapers papers;
    private final Restoring restoring;
    private final Merging merging;
    private final Merges merges;
    private final ApplicationEventPublisher events;

    Application(
            MasterRecords records,
            Assessor assessor,
            Matching matching,
            DuplicatePairs pairs,
            MatchLabels labels,
            Codes codes,
            ForeignKeys keys,
            Approvals approvals,
            Proposals proposals,
            Births births,
            NamedPapers papers,
            Restoring restoring,
            Merging merging,
            Merges merges,
            ApplicationEventPublisher events) {
        this.records = records;
        this.assessor = assessor;
        this.matching = matching;
        this.pairs = pairs;
        this.labels = labels;
        this.codes = codes;
        this.keys = keys;
        this.approvals = approvals;
        this.proposals = proposals;
        this.births = births;
        this.papers = papers;
        this.restoring = restoring;
        this.merging = merging;
        this.merges = merges;
        this.events = events;
    }

    /** Applies what no single person just decided; see {@link #apply(ChangeRequest, Instant, boolean)}. */
    void apply(ChangeRequest request, Instant now) {
        apply(request, now, false);
    }

    /**
     * Applies it, or sets it to CONFLICT where the same field has moved; both are to be committed.
     *
     * @param byHand whether somebody decided on this one request just now and may undo it
     */
    void apply(ChangeRequest request, Instant now, boolean byHand) {
        ChangeReason reason = reason(request);
        reason.declare();
        if (request.subject() != null) {
            proposals.apply(request, now);
            return;
        }
        if (request.kind().merges()) {
            merging.apply(request, reason, now, byHand);
            return;
        }
        Long id = request.recordId();
        MasterRecord locked = id == null ? null : records.lock(id);
        if (locked != null && locked.status() == RecordStatus.MERGED) {
            request.conflict(done(request));
            merging.follow(request, locked);
            return;
        }
        if (locked != null && !Opening.isOpenTo(request.kind(), locked)) {
            throw Refused.because(Refused.Reason.STATE);
        }
        List<String> moved = locked == null ? List.of() : moved(request, locked);
        if (!moved.isEmpty()) {
            request.conflict(moved);
            return;
        }
        Assessment assessment = check(request, locked);
        if (assessment.changesNothing()) {
            // somebody else was granted the same meanwhile
            request.conflict(done(request));
            return;
        }
        MasterRecord record = write(request, assessment, reason, now);
        remember(request, record, assessment, now);
        request.applied(record.id(), now);
        events.publishEvent(new RecordWritten(
                request.type(),
                record.id(),
                record.code(),
                record.version(),
                request.kind() == ChangeKind.CREATE,
                byHand));
    }

    private ChangeReason reason(ChangeRequest request) {
        List<String> approvedBy =
                approvals.approvals(request).stream().map(Decision::decidedBy).toList();
        return new ChangeReason(
                request.requestedBy(),
                approvedBy,
                request.why(),
                request.partOf() == null ? ChangeReason.Cause.REQUEST : ChangeReason.Cause.MASS_TASK,
                request.kind().name(),
                request.id());
    }

    private List<String> moved(ChangeRequest request, MasterRecord locked) {
        FieldValues now = records.values(request.type(), locked);
        List<String> moved = new ArrayList<>();
        request.wish().baseValues().forEach((key, value) -> {
            if (!Objects.equals(value, now.get(key))) {
                moved.add(key);
            }
        });
        if (restoring.hasTurned(request, locked)) {
            moved.add(STATUS);
        }
        return moved;
    }

    /** What nothing is left to be done of. */
    private static List<String> done(ChangeRequest request) {
        return switch (request.kind()) {
            case EXTEND -> List.of(CommonFields.VIEWS);
            case BLOCK, UNBLOCK -> List.of(CommonFields.BLOCKS);
            default -> List.copyOf(request.wish().fields().keySet());
        };
    }

    private Assessment check(ChangeRequest request, @Nullable MasterRecord locked) {
        assessor.lock(request, locked);
        // only now, behind the match locks, does it count what others have written
        Assessment assessment = assessor.of(request, locked);
        assessment.refuseErrors();
        List<Candidate> same = unresolved(request, assessment);
        if (!same.isEmpty()) {
            throw Refused.duplicate(same);
        }
        return assessment;
    }

    private List<Candidate> unresolved(ChangeRequest request, Assessment assessment) {
        MasterRecord record = assessment.record();
        return assessment.candidates().stream()
                .filter(candidate -> candidate.outcome() == MatchOutcome.MATCH)
                .filter(candidate -> {
                    Long other = candidate.owner().recordId();
                    return other != null
                            && !declaredDistinct(request, other)
                            && (record == null || !labels.areDistinct(record.id(), other, candidate.score()));
                })
                .toList();
    }

    private boolean declaredDistinct(ChangeRequest request, long other) {
        return records.codeOf(other).filter(request.distinctFrom()::contains).isPresent();
    }

    private MasterRecord write(ChangeRequest request, Assessment assessment, ChangeReason reason, Instant now) {
        String type = request.type();
        MasterRecord present = assessment.record();
        MasterRecord record = present == null ? records.create(type, request.ownerUnitId(), now) : present;
        records.write(type, record, assessment.after(), assessment.retire(), now);
        if (present == null) {
            Codes.Taken taken = codes.take(type, births.of(request, record, now));
            records.takeCode(record, taken.code());
            records.store(type, record, assessment.after());
            codes.enter(taken, type, record.id(), reason.who(), reason.why(), now);
        } else {
            records.store(type, record, assessment.after());
            merges.edited(type, record.id(), assessment.before(), assessment.after(), request.id(), now);
        }
        if (assessment.retire() || assessment.revive()) {
            var state = assessment.retire() ? IssuedCode.State.RETIRED : IssuedCode.State.ISSUED;
            codes.change(type, record.code(), state, reason.who(), reason.why(), now);
        }
        return record;
    }

    /** What others find the record by from now on. */
    private void remember(ChangeRequest request, MasterRecord record, Assessment assessment, Instant now) {
        papers.note(record, assessment.after());
        matching.forget(Owner.request(request.id()));
        records.keepTerms(request.type(), record, assessment.after());
        // as it is stored, with what a new one has of itself, so that the next write compares alike
        FieldValues stored = records.values(request.type(), record);
        matching.keep(Owner.record(record.id()), request.type(), record.orgUnitId(), stored);
        if (assessment.retire()) {
            matching.forget(Owner.record(record.id()));
        }
        pairs.note(request.type(), record.id(), assessment.candidates(), now);
        dismissDistinct(request, record, assessment, now);
        String system = request.sourceSystem();
        String key = request.sourceKey();
        if (system != null && key != null) {
            keys.add(system, request.type(), key, record.id(), now);
            if (keys.find(system, request.type(), key)
                    .filter(owner -> owner == record.id())
                    .isEmpty()) {
                throw Refused.invalid("/source/key", "taken", key);
            }
        }
    }

    private void dismissDistinct(ChangeRequest request, MasterRecord record, Assessment assessment, Instant now) {
        Set<Long> distinct = assessment.candidates().stream()
                .map(candidate -> candidate.owner().recordId())
                .filter(other -> other != null && declaredDistinct(request, other))
                .collect(Collectors.toSet());
        List<Decision> decided = approvals.approvals(request);
        String who = decided.isEmpty()
                ? request.requestedBy()
                : decided.get(decided.size() - 1).decidedBy();
        distinct.forEach(other -> pairs.find(record.id(), other)
                .ifPresent(pair -> pairs.dismiss(pair, who, "distinctFrom " + request.number(), now)));
    }
}
