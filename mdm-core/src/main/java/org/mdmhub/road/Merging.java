package org.mdmhub.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.merge.MergeEntry;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.Merges;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.record.RecordWritten;
import org.mdmhub.record.Survivors;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Applies an approved merge, or takes one back, inside the road's one transaction. The request is locked by the caller;
 * then come the records by number, then the match buckets.
 */
@Component
class Merging {

    private final MergeWishes wishes;
    private final MasterRecords records;
    private final Survivors survivors;
    private final Merges merges;
    private final Matching matching;
    private final DuplicatePairs pairs;
    private final Codes codes;
    private final ApplicationEventPublisher events;

    Merging(
            MergeWishes wishes,
            MasterRecords records,
            Survivors survivors,
            Merges merges,
            Matching matching,
            DuplicatePairs pairs,
            Codes codes,
            ApplicationEventPublisher events) {
        this.wishes = wishes;
        this.records = records;
        this.survivors = survivors;
        this.merges = merges;
        this.matching = matching;
        this.pairs = pairs;
        this.codes = codes;
        this.events = events;
    }

    /** Applies it, or sets it to CONFLICT where it would no longer come to what was approved. */
    void apply(ChangeRequest request, ChangeReason reason, Instant now, boolean byHand) {
        MergeWish wish = MergeWish.of(request.wish().merge());
        if (request.kind() == ChangeKind.MERGE) {
            merge(request, wish, reason, now, byHand);
        } else {
            unmerge(request, wish, reason, now, byHand);
        }
    }

    private void merge(ChangeRequest request, MergeWish wish, ChangeReason reason, Instant now, boolean byHand) {
        List<MasterRecord> members = locked(request.type(), wish);
        if (!members.stream().allMatch(record -> record.status().living())) {
            throw Refused.because(Refused.Reason.STATE);
        }
        Assessment assessment = wishes.assessMerge(request.type(), wish, members);
        MergePlan plan = Objects.requireNonNull(assessment.merge());
        if (!wish.shows(plan)) {
            List<String> moved = new ArrayList<>(request.wish().fields().keySet());
            request.conflict(moved.isEmpty() ? List.of("name") : moved);
            return;
        }
        assessment.refuseErrors();
        ChangeReason merging = reason.merging(request.id());
        merging.declare();
        matching.lock(request.type(), plan.after(), List.of());
        pairs.merged(plan.members().stream().map(member -> member.id()).toList(), reason.who(), reason.why(), now);
        merges.merge(request.id(), plan, now);
        write(request.type(), members.get(0), plan.after(), now);
        long survivor = plan.survivor().id();
        members.stream().skip(1).forEach(other -> records.redirect(other, survivor, now));
        for (MasterRecord other : members.subList(1, members.size())) {
            matching.forget(Owner.record(other.id()));
            codes.change(request.type(), other.code(), IssuedCode.State.MERGED, reason.who(), reason.why(), now);
        }
        found(request.type(), members.get(0), now);
        request.applied(members.get(0).id(), now);
        tell(request, members, byHand);
    }

    private List<MasterRecord> locked(String type, MergeWish wish) {
        var choice = wish.choice();
        List<String> named = new ArrayList<>(List.of(choice.survivor()));
        named.addAll(choice.others());
        List<Long> ids = named.stream()
                .map(code -> records.find(type, code).orElseThrow().id())
                .toList();
        Map<Long, MasterRecord> locked = locked(ids);
        return ids.stream().map(id -> Objects.requireNonNull(locked.get(id))).toList();
    }

    private Map<Long, MasterRecord> locked(Collection<Long> ids) {
        Map<Long, MasterRecord> locked = new LinkedHashMap<>();
        new TreeSet<>(ids).forEach(id -> locked.put(id, records.lock(id)));
        return locked;
    }

    private void unmerge(ChangeRequest request, MergeWish wish, ChangeReason reason, Instant now, boolean byHand) {
        MergeEntry entry = wishes.entry(request.wish().merge()).orElseThrow();
        long topId = wishes.top(entry).id();
        Set<Long> ids = new TreeSet<>(entry.others());
        ids.add(entry.survivor());
        ids.add(topId);
        Map<Long, MasterRecord> locked = locked(ids);
        // who merged the top while we waited for its lock made another record the one to be locked
        if (wishes.top(entry).id() != topId) {
            throw new PessimisticLockingFailureException("the record at the top has changed");
        }
        MergeEntry still = wishes.entry(request.wish().merge()).orElseThrow();
        if (still.undoneBy() != null) {
            throw Refused.because(Refused.Reason.STATE);
        }
        MasterRecord top = Objects.requireNonNull(locked.get(topId));
        Assessment assessment = wishes.assessUnmerge(still, top, wish);
        List<String> moved = moved(request, assessment.before());
        if (!moved.isEmpty()) {
            request.conflict(moved);
            return;
        }
        reason.merging(entry.id()).declare();
        matching.lock(request.type(), assessment.before(), List.of());
        part(Objects.requireNonNull(assessment.unmerge()), locked, request.id(), now);
        List<MasterRecord> changed = new ArrayList<>(List.of(top));
        if (entry.survivor() != topId) {
            changed.add(Objects.requireNonNull(locked.get(entry.survivor())));
        }
        entry.others().forEach(other -> changed.add(Objects.requireNonNull(locked.get(other))));
        for (long other : entry.others()) {
            MasterRecord back = Objects.requireNonNull(locked.get(other));
            codes.change(request.type(), back.code(), IssuedCode.State.ISSUED, reason.who(), reason.why(), now);
            found(request.type(), back, now);
        }
        found(request.type(), top, now);
        List<Long> parted = changed.stream().map(MasterRecord::id).toList();
        if (wish.isUndo()) {
            pairs.unmerged(entry.others(), parted, reason.who(), now);
        } else {
            pairs.parted(entry.others(), parted, reason.who(), reason.why(), now);
        }
        request.applied(topId, now);
        tell(request, changed, byHand);
    }

    private void part(UnmergePlan plan, Map<Long, MasterRecord> locked, UUID by, Instant now) {
        merges.unmerge(plan, by, now);
        plan.after().forEach((id, values) -> {
            MasterRecord record = Objects.requireNonNull(locked.get(id));
            boolean lives = id == plan.top() || plan.entry().others().contains(id);
            Long still = lives ? null : record.survivorId();
            if (still == null) {
                // who was retired since stays so
                boolean retired = record.status() == RecordStatus.RETIRED;
                records.write(plan.entry().type(), record, values, retired, now);
                records.store(plan.entry().type(), record, values);
            } else {
                // one write, so that its version counts one change
                records.write(plan.entry().type(), record, values, false, now);
                records.redirect(record, still, now);
            }
        });
    }

    private void write(String type, MasterRecord record, FieldValues values, Instant now) {
        records.write(type, record, values, false, now);
        records.store(type, record, values);
    }

    private List<String> moved(ChangeRequest request, FieldValues now) {
        List<String> moved = new ArrayList<>();
        request.wish().baseValues().forEach((key, value) -> {
            if (!Objects.equals(value, now.get(key))) {
                moved.add(key);
            }
        });
        return moved;
    }

    /** What others find a living record by from now on. */
    private void found(String type, MasterRecord record, Instant now) {
        if (!record.status().living()) {
            return;
        }
        FieldValues stored = records.values(type, record);
        records.keepTerms(type, record, stored);
        matching.keep(Owner.record(record.id()), type, record.orgUnitId(), stored);
        pairs.note(type, record.id(), matching.candidates(type, stored, Owner.record(record.id())), now);
    }

    private void tell(ChangeRequest request, List<MasterRecord> changed, boolean byHand) {
        changed.forEach(record -> events.publishEvent(
                new RecordWritten(request.type(), record.id(), record.code(), record.version(), false, byHand)));
    }

    /** A request about a record that was merged is from now on about what stands for it. */
    void follow(ChangeRequest request, MasterRecord merged) {
        Survivors.Last last = survivors.of(Set.of(merged.id())).get(merged.id());
        if (last != null) {
            MasterRecord survivor = records.find(last.id()).orElseThrow();
            request.follow(survivor.id(), survivor.version(), survivor.orgUnitId());
        }
    }
}
