package org.mdmhub.road;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.history.History;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Held;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.Beginning;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Wish;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes a decision back, for who made it, while nothing has left the house and nobody has written since. What was applied is
 * reversed by another applied request, so that the history shows both; what was not applied waits again, in a new round.
 */
@Component
public class Undo {

    /** So long where no target sets a time. */
    private static final Duration OPEN = Duration.ofSeconds(30);

    // a new record keeps its code, a retired one its number, a restored one may live again: those are not made undone
    private static final Set<ChangeKind> REVERSIBLE = EnumSet.complementOf(
            EnumSet.of(ChangeKind.CREATE, ChangeKind.RETIRE, ChangeKind.RESTORE, ChangeKind.UNMERGE));
    private static final Set<ChangeStatus> REOPENED =
            EnumSet.of(ChangeStatus.IN_REVIEW, ChangeStatus.SCHEDULED, ChangeStatus.RETURNED, ChangeStatus.REJECTED);

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final UndoWindows windows;
    private final MasterRecords records;
    private final History history;
    private final Application application;
    private final Assessor assessor;
    private final Matching matching;
    private final List<Held> held;
    private final ApplicationEventPublisher events;

    Undo(
            RoadTransaction transaction,
            ChangeRequests requests,
            Approvals approvals,
            UndoWindows windows,
            MasterRecords records,
            History history,
            Application application,
            Assessor assessor,
            Matching matching,
            ObjectProvider<Held> held,
            ApplicationEventPublisher events) {
        this.events = events;
        this.transaction = transaction;
        this.requests = requests;
        this.approvals = approvals;
        this.windows = windows;
        this.records = records;
        this.history = history;
        this.application = application;
        this.assessor = assessor;
        this.matching = matching;
        this.held = held.stream().toList();
    }

    /** Whether one only looks, or holds it. */
    private interface Asking {
        Held.Hold of(Held part, long record);
    }

    /** Until when he can take back what he decided last on it; empty where he cannot. */
    public Optional<Instant> until(UUID id, Actor actor) {
        Optional<Instant> until =
                transaction.read(() -> requests.find(id).flatMap(request -> end(request, actor, Held::look)));
        return until.filter(end -> end.isAfter(Instant.now()));
    }

    /**
     * Takes it back.
     *
     * @return what the request now is
     * @throws Refused STATE where it is too late, or somebody has written since
     */
    public ChangeStatus undo(UUID id, Actor actor) {
        return transaction.write(() -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            ChangeRequest request = requests.lock(id)
                    .filter(found -> Road.sees(actor, found))
                    .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
            events.publishEvent(new Road.RequestTouched(id));
            Long record = request.recordId();
            if (request.status() == ChangeStatus.APPLIED && record != null) {
                records.lock(record);
            }
            if (end(request, actor, Held::keep).filter(end -> end.isAfter(now)).isEmpty()) {
                throw Refused.because(Refused.Reason.STATE);
            }
            windows.close(id, request.status() == ChangeStatus.APPLIED ? reverse(request, actor, now) : null, now);
            if (request.status() != ChangeStatus.APPLIED) {
                reopen(request, actor, now);
            }
            return request.status();
        });
    }

    private Optional<Instant> end(ChangeRequest request, Actor actor, Asking asking) {
        return windows.find(request.id())
                .filter(window -> window.login().equals(actor.login()) && window.requestVersion() == request.version())
                .flatMap(window -> request.status() == ChangeStatus.APPLIED
                        ? endOfApplied(request, window, asking)
                        : endOfOpen(request, window));
    }

    /** Where others have approved before him, their word would fall with his. */
    private Optional<Instant> endOfOpen(ChangeRequest request, UndoWindows.Window window) {
        long inRound = requests.decisions(request.id()).stream()
                .filter(decision -> decision.round() == request.round())
                .count();
        return REOPENED.contains(request.status()) && inRound == 1
                ? Optional.of(window.decidedAt().plus(OPEN))
                : Optional.empty();
    }

    private Optional<Instant> endOfApplied(ChangeRequest request, UndoWindows.Window window, Asking asking) {
        Long id = request.recordId();
        Integer version = window.recordVersion();
        if (id == null || version == null || !REVERSIBLE.contains(request.kind())) {
            return Optional.empty();
        }
        boolean still =
                records.find(id).filter(record -> record.version() == version).isPresent();
        if (request.kind() == ChangeKind.MERGE) {
            // the targets are told of what is taken back too, whatever they have heard
            return still ? Optional.of(window.decidedAt().plus(OPEN)) : Optional.empty();
        }
        List<Held.Hold> holds = held.stream().map(part -> asking.of(part, id)).toList();
        return !still || holds.stream().anyMatch(Held.Hold::left)
                ? Optional.empty()
                : holds.stream()
                        .flatMap(hold -> Stream.ofNullable(hold.until()))
                        .min(Instant::compareTo)
                        .or(() -> Optional.of(window.decidedAt().plus(OPEN)));
    }

    private void reopen(ChangeRequest request, Actor actor, Instant now) {
        reason(actor, request).declare();
        boolean forgotten = request.status() == ChangeStatus.REJECTED
                && request.kind() == ChangeKind.CREATE
                && request.subject() == null;
        approvals.reopen(request, now);
        if (forgotten) {
            matching.keep(
                    Owner.request(request.id()),
                    request.type(),
                    request.ownerUnitId(),
                    assessor.of(request).after());
        }
    }

    private static ChangeReason reason(Actor actor, ChangeRequest request) {
        return new ChangeReason(actor.login(), List.of(), why(request), ChangeReason.Cause.REQUEST, null, request.id());
    }

    private static String why(ChangeRequest request) {
        return "undo " + request.number();
    }

    /** Another applied request puts back what the record held before. */
    private UUID reverse(ChangeRequest undone, Actor actor, Instant now) {
        reason(actor, undone).declare();
        MasterRecord record = records.find(java.util.Objects.requireNonNull(undone.recordId()))
                .orElseThrow();
        boolean merge = undone.kind() == ChangeKind.MERGE;
        ChangeRequest reversal = requests.open(
                new Beginning(
                        undone.type(),
                        merge ? ChangeKind.UNMERGE : ChangeKind.UPDATE,
                        undone.ownerUnitId(),
                        undone.ownerUnitId(),
                        record.id(),
                        null,
                        null,
                        null,
                        null,
                        merge ? parted(undone, record) : back(undone, record)),
                actor.login(),
                now);
        approvals.submitForItself(reversal, now);
        events.publishEvent(new RequestBeside(reversal.id()));
        application.apply(reversal, now);
        if (reversal.status() != ChangeStatus.APPLIED) {
            throw Refused.because(Refused.Reason.STATE);
        }
        return reversal.id();
    }

    private static Wish parted(ChangeRequest merge, MasterRecord record) {
        return new Wish(
                record.version(), Map.of(), Map.of(), "CORRECTION", why(merge), null, MergeWish.undo(merge.id()));
    }

    private Wish back(ChangeRequest undone, MasterRecord record) {
        FieldValues present = records.values(undone.type(), record);
        FieldValues before = history.atVersion(undone.type(), record.id(), record.version() - 1)
                .map(old -> records.values(undone.type(), old))
                .orElseThrow(() -> Refused.because(Refused.Reason.STATE));
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        for (FieldChange change : before.changesFrom(present)) {
            back.put(change.field(), change.after());
            base.put(change.field(), change.before());
        }
        return new Wish(record.version(), back, base, "CORRECTION", why(undone), null);
    }
}
