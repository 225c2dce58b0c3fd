package org.mdmhub.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/**
 * Keeps merges and their taking back. Whoever calls has locked the records that change, writes them, and runs in a system
 * scope; a merge's group changes only under the lock of the record at its top.
 */
@Component
public class Merges {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Origins origins;
    private final Survivorship survivorship;
    private final MergeJournal journal;
    private final ForeignKeys keys;

    Merges(
            MasterTypes types,
            MasterRecords records,
            Organisations organisations,
            Origins origins,
            Survivorship survivorship,
            MergeJournal journal,
            ForeignKeys keys) {
        this.types = types;
        this.records = records;
        this.organisations = organisations;
        this.origins = origins;
        this.survivorship = survivorship;
        this.journal = journal;
        this.keys = keys;
    }

    /** What a merge would come to; the records are those that the choice names, in its order, the survivor first. */
    public MergePlan plan(String type, List<MasterRecord> members, MergeChoice choice) {
        Map<Long, Map<String, Origin>> known =
                origins.of(type, members.stream().map(MasterRecord::id).toList());
        Map<Integer, String> units = organisations.codes();
        List<Member> taking = members.stream()
                .map(record -> new Member(
                        record.id(),
                        record.code(),
                        record.version(),
                        String.valueOf(units.get(record.orgUnitId())),
                        records.values(type, record),
                        known.getOrDefault(record.id(), Map.of())))
                .toList();
        return new MergePlan(type, types.fields(type), taking, choice, survivorship);
    }

    /** Notes what was planned and moves the keys; the records themselves are the caller's to write. */
    public void merge(UUID id, MergePlan plan, Instant now) {
        Composition composition = compositionOf(plan);
        long survivor = plan.survivor().id();
        composition.lay(new Composition.Merged(id, survivor, plan.others(), plan.layer()));
        if (!shown(composition, plan.type(), survivor).equals(plan.after())) {
            throw new IllegalStateException("merge " + id + " would not show what was planned");
        }
        journal.begin(id, plan, now);
        int place = 0;
        for (Member member : plan.members()) {
            journal.member(id, survivor, place++, member, keys.of(member.id()));
        }
        journal.keep(composition);
        keys.move(plan.others(), survivor);
    }

    private Composition compositionOf(MergePlan plan) {
        Set<Long> group = new java.util.TreeSet<>();
        plan.members().forEach(member -> group.addAll(journal.group(member.id())));
        Composition composition = journal.composition(group);
        plan.members().stream()
                .filter(member -> !composition.holds(member.id()))
                .forEach(member -> composition.add(member.id(), member.values().asMap()));
        return composition;
    }

    private FieldValues shown(Composition composition, String type, long record) {
        var fields = types.fields(type);
        return composition.shown(record, MergePlan.plain(fields), MergePlan.lists(fields));
    }

    /** A survivor was edited: each change is from now on the record's whose value it changed. */
    public void edited(String type, long record, FieldValues before, FieldValues after, UUID request, Instant now) {
        if (!journal.isTracked(record)) {
            return;
        }
        Composition composition = journal.composition(journal.group(record));
        List<Edit> edits = Edits.take(composition, record, before, after, MergePlan.lists(types.fields(type)));
        if (!shown(composition, type, record).equals(after)) {
            throw new IllegalStateException("record " + record + " would not show what was edited");
        }
        journal.keep(composition);
        journal.note(record, request, edits, now);
    }

    /** A merge as it was made; empty where there is none by that id. */
    public Optional<MergeEntry> find(UUID id) {
        return journal.find(id);
    }

    /** What taking a merge back comes to; {@code top} stands for its survivor now. */
    public UnmergePlan unmergePlan(MergeEntry entry, long top, Map<String, String> owners) {
        Composition composition = journal.composition(journal.group(entry.survivor()));
        return UnmergePlan.of(
                entry,
                top,
                composition,
                types.fields(entry.type()),
                journal.editsSince(entry),
                codes(entry, top),
                owners);
    }

    private Map<Long, String> codes(MergeEntry entry, long top) {
        List<Long> ids = new ArrayList<>(entry.others());
        ids.add(entry.survivor());
        ids.add(top);
        Map<Long, String> codes = new LinkedHashMap<>();
        records.all(ids).forEach(record -> codes.put(record.id(), record.code()));
        return codes;
    }

    /**
     * Takes a merge back and brings the keys home; the records themselves are the caller's to write.
     *
     * @param by the request that asked for it
     */
    public void unmerge(UnmergePlan plan, UUID by, Instant now) {
        MergeEntry entry = plan.entry();
        journal.end(entry.id(), by, now);
        journal.keep(plan.composition());
        entry.others().forEach(other -> keys.moveHome(plan.composition().behind(other), other));
    }
}
