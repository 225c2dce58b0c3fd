package org.mdmhub.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Member;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergeEntry;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.Merges;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.Survivors;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.Wish;
import org.springframework.stereotype.Component;

/** What a MERGE or an UNMERGE asks for: which records, who may, and what it comes to as things stand now. */
@Component
class MergeWishes {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Survivors survivors;
    private final Organisations organisations;
    private final QualityGate gate;
    private final Merges merges;

    MergeWishes(
            MasterTypes types,
            MasterRecords records,
            Survivors survivors,
            Organisations organisations,
            QualityGate gate,
            Merges merges) {
        this.types = types;
        this.records = records;
        this.survivors = survivors;
        this.organisations = organisations;
        this.gate = gate;
        this.merges = merges;
    }

    /** The record at the top, whose values change; all that the ask names are the reader's to see, and are as they must be. */
    MasterRecord top(Ask ask, Actor reader) {
        MergeWish wish = MergeWish.of(ask.merge());
        return ask.kind() == ChangeKind.MERGE
                ? members(ask.type(), wish.choice(), reader).get(0)
                : top(ask.type(), wish, reader);
    }

    private MasterRecord top(String type, MergeWish wish, Actor reader) {
        MergeEntry entry = entry(type, wish);
        List<Long> members = new ArrayList<>(entry.others());
        MasterRecord top = top(entry);
        members.add(top.id());
        if (!records.all(members).stream().allMatch(record -> Opening.sees(reader, record))) {
            throw Refused.because(Refused.Reason.NOT_FOUND);
        }
        if (entry.undoneBy() != null) {
            throw Refused.because(Refused.Reason.STATE);
        }
        owners(entry, wish);
        return top;
    }

    private void owners(MergeEntry entry, MergeWish wish) {
        Set<Long> sides = new LinkedHashSet<>(entry.others());
        sides.add(entry.survivor());
        Set<String> codes = records.all(sides).stream().map(MasterRecord::code).collect(Collectors.toSet());
        wish.owners().forEach((key, code) -> {
            if (!codes.contains(code)) {
                throw Refused.invalid("/owners/" + key, "notMember", code);
            }
        });
    }

    private MergeEntry entry(String type, MergeWish wish) {
        return merges.find(wish.mergeId())
                .filter(entry -> entry.type().equals(type))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
    }

    /** What stands for a merge's survivor now. */
    MasterRecord top(MergeEntry entry) {
        Survivors.Last last = survivors.of(Set.of(entry.survivor())).get(entry.survivor());
        return records.find(last == null ? entry.survivor() : last.id()).orElseThrow();
    }

    /**
     * The records of a merge, the survivor first.
     *
     * @throws Refused NOT_FOUND where the reader sees one of them not, STATE where one does not live, INVALID where the
     *     choice is about a field that there is not
     */
    List<MasterRecord> members(String type, MergeChoice choice, Actor reader) {
        List<MasterRecord> members = new ArrayList<>();
        codes(choice)
                .forEach(code -> members.add(records.find(type, code)
                        .filter(found -> Opening.sees(reader, found))
                        .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND))));
        fields(type, choice);
        if (!members.stream().allMatch(record -> record.status().living())) {
            throw Refused.because(Refused.Reason.STATE);
        }
        return members;
    }

    private static List<String> codes(MergeChoice choice) {
        List<String> codes = new ArrayList<>(List.of(choice.survivor()));
        codes.addAll(choice.others());
        return codes;
    }

    private void fields(String type, MergeChoice choice) {
        Map<String, FieldKind> known = new LinkedHashMap<>();
        types.fields(type).forEach(field -> known.put(field.key(), field.kind()));
        choice.picks().keySet().stream()
                .filter(key -> !known.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refused.invalid("/merge/picks/" + key, "unknownField", key);
                });
        choice.values().keySet().stream()
                .filter(key -> !known.containsKey(key) || known.get(key) == FieldKind.LIST)
                .findFirst()
                .ifPresent(key -> {
                    throw Refused.invalid("/merge/values/" + key, "unknownField", key);
                });
    }

    /** With what was typed in the form in which it is stored; {@code findings} gets what is wrong with it. */
    MergePlan plan(String type, List<MasterRecord> members, MergeChoice choice, List<Finding> findings) {
        MasterRecord survivor = members.get(0);
        Occasion occasion = new Occasion(type, organisations.codes().get(survivor.orgUnitId()), survivor.id());
        FieldValues before = records.values(type, survivor);
        Map<String, @Nullable Object> typed = choice.values();
        if (!typed.isEmpty()) {
            Checked checked = gate.check(occasion, before, typed);
            Map<String, @Nullable Object> standard = new LinkedHashMap<>(typed);
            standard.replaceAll((key, raw) ->
                    checked.changes().containsKey(key) ? checked.changes().get(key) : raw);
            typed = standard;
        }
        MergePlan plan = merges.plan(type, members, choice.typing(typed));
        findings.addAll(
                gate.check(occasion, before, changed(before, plan.after())).findings());
        return plan;
    }

    private static Map<String, @Nullable Object> changed(FieldValues before, FieldValues after) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        after.changesFrom(before).forEach(change -> changed.put(change.field(), change.after()));
        return changed;
    }

    /** What it would do now, whatever has become of the records meanwhile. */
    Assessment assess(String type, ChangeKind kind, @Nullable Map<String, @Nullable Object> raw) {
        MergeWish wish = MergeWish.of(raw);
        return kind == ChangeKind.MERGE ? assessMerge(type, wish) : assessUnmerge(type, wish);
    }

    private Assessment assessMerge(String type, MergeWish wish) {
        List<MasterRecord> members = new ArrayList<>();
        codes(wish.choice())
                .forEach(code -> members.add(
                        records.find(type, code).orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND))));
        return assessMerge(type, wish, members);
    }

    /** The same with records that the caller has locked. */
    Assessment assessMerge(String type, MergeWish wish, List<MasterRecord> members) {
        List<Finding> findings = new ArrayList<>();
        MergePlan plan = plan(type, members, wish.said(), findings);
        return new Assessment(
                members.get(0),
                plan.survivor().values(),
                plan.after(),
                Map.of(),
                false,
                false,
                findings,
                List.of(),
                plan,
                null);
    }

    private Assessment assessUnmerge(String type, MergeWish wish) {
        MergeEntry entry = entry(type, wish);
        return assessUnmerge(entry, top(entry), wish);
    }

    Assessment assessUnmerge(MergeEntry entry, MasterRecord top, MergeWish wish) {
        FieldValues before = records.values(entry.type(), top);
        UnmergePlan plan = merges.unmergePlan(entry, top.id(), wish.owners());
        FieldValues after = Objects.requireNonNullElse(plan.after().get(top.id()), before);
        return new Assessment(
                top,
                before,
                entry.undoneBy() == null ? after : before,
                Map.of(),
                false,
                false,
                List.of(),
                List.of(),
                null,
                plan);
    }

    /** What is asked for, with what the record at the top would then hold and holds now. */
    Wish wish(Ask ask, Assessment assessment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        for (FieldChange change : assessment.changes()) {
            fields.put(change.field(), change.after());
            base.put(change.field(), change.before());
        }
        MergePlan plan = assessment.merge();
        MergeWish wish = MergeWish.of(ask.merge());
        return new Wish(
                Objects.requireNonNull(assessment.record()).version(),
                fields,
                base,
                Objects.requireNonNullElse(ask.reasonCode(), ask.kind().defaultReason()),
                ask.reason(),
                ask.effectiveFrom(),
                plan == null ? MergeWish.unmerge(wish.mergeId(), wish.owners()) : wish.kept(plan));
    }

    /** @throws Refused MOVED where a merge is not the one that he was shown */
    void refuseMoved(@Nullable Map<String, @Nullable Object> raw, Assessment assessment) {
        MergePlan plan = assessment.merge();
        if (plan != null && !MergeWish.of(raw).shows(plan)) {
            throw Refused.because(Refused.Reason.MOVED);
        }
    }

    /** The lowest organisation that stands above all that own one of the records: its people decide. */
    int owner(Assessment assessment) {
        MasterRecord top = Objects.requireNonNull(assessment.record());
        MergePlan plan = assessment.merge();
        List<Long> members = plan == null
                ? Objects.requireNonNull(assessment.unmerge()).entry().others()
                : plan.members().stream().map(Member::id).toList();
        Map<Integer, String> units = organisations.codes();
        Set<String> common = new LinkedHashSet<>(organisations.upwards(String.valueOf(units.get(top.orgUnitId()))));
        records.all(members)
                .forEach(record ->
                        common.retainAll(organisations.upwards(String.valueOf(units.get(record.orgUnitId())))));
        return common.stream()
                .findFirst()
                .flatMap(organisations::find)
                .map(unit -> unit.id())
                .orElse(top.orgUnitId());
    }

    /** The merge that an UNMERGE is about. */
    Optional<MergeEntry> entry(@Nullable Map<String, @Nullable Object> raw) {
        return merges.find(MergeWish.of(raw).mergeId());
    }
}
