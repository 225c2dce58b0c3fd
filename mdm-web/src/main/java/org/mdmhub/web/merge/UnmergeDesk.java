package org.mdmhub.web.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.merge.LaterEdit;
import org.mdmhub.merge.MergeEntry;
import org.mdmhub.merge.Merges;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** Lays out what taking a merge back comes to. */
@Component
class UnmergeDesk {

    private final MergePreviews previews;
    private final Merges merges;
    private final MasterRecords records;
    private final Masking masking;
    private final MergeWords words;
    private final MergeCourse course;
    private final Values values;
    private final Labels labels;
    private final Times times;
    private final Reading reading;

    UnmergeDesk(
            MergePreviews previews,
            Merges merges,
            MasterRecords records,
            Masking masking,
            MergeWords words,
            MergeCourse course,
            Values values,
            Labels labels,
            Times times,
            Reading reading) {
        this.previews = previews;
        this.merges = merges;
        this.records = records;
        this.masking = masking;
        this.words = words;
        this.course = course;
        this.values = values;
        this.labels = labels;
        this.times = times;
        this.reading = reading;
    }

    /** @throws NotThere where there is no such merge */
    MergeEntry entry(UUID id) {
        return reading.asHub("unmerge", () -> merges.find(id)).orElseThrow(NotThere::new);
    }

    /**
     * @param owners key of a later edit to the code of the record that is to get it
     * @throws org.mdmhub.road.Refused NOT_FOUND where he may not see it, STATE where it was taken back already
     */
    UnmergeView view(UUID id, Map<String, String> owners, String back, Actor reader) {
        MergeEntry entry = entry(id);
        UnmergePlan plan = previews.unmerge(entry.type(), id, owners, reader);
        Map<Long, MasterRecord> members = reading.asHub("unmerge", () -> {
            Map<Long, MasterRecord> found = new LinkedHashMap<>();
            records.all(plan.after().keySet()).forEach(record -> found.put(record.id(), record));
            return found;
        });
        Map<Long, FieldValues> now = reading.asHub("unmerge", () -> {
            Map<Long, FieldValues> found = new LinkedHashMap<>();
            members.forEach((number, record) -> found.put(number, records.values(entry.type(), record)));
            return found;
        });
        return new UnmergeView(
                id,
                entry.type(),
                times.exact(entry.at()),
                plan.after().keySet().stream()
                        .map(number -> record(plan, Objects.requireNonNull(members.get(number)), now, reader))
                        .toList(),
                edits(plan, members, reader),
                course.of(entry.type(), ChangeKind.UNMERGE, MergeWish.unmerge(id, owners), reader),
                back);
    }

    private UnmergeView.Side record(UnmergePlan plan, MasterRecord record, Map<Long, FieldValues> now, Actor reader) {
        String type = plan.entry().type();
        Mask mask = masking.of(reader, type, record);
        FieldValues after = Objects.requireNonNull(plan.after().get(record.id()));
        FieldValues before = Objects.requireNonNull(now.get(record.id()));
        List<FieldChange> changes =
                after.changesFrom(before).stream().map(mask::covered).toList();
        return new UnmergeView.Side(
                record.code(),
                words.name(after, mask, record.code()),
                plan.entry().others().contains(record.id()),
                values.changes(type, changes));
    }

    private List<UnmergeView.Edit> edits(UnmergePlan plan, Map<Long, MasterRecord> members, Actor reader) {
        String type = plan.entry().type();
        Set<Long> sides = new LinkedHashSet<>(List.of(plan.entry().survivor()));
        sides.addAll(plan.entry().others());
        List<FormField.Option> options = new ArrayList<>();
        sides.forEach(side -> {
            String code = Objects.requireNonNull(members.get(side)).code();
            options.add(new FormField.Option(code, code));
        });
        Mask mask = masking.of(reader, type, Objects.requireNonNull(members.get(plan.top())));
        return plan.edits().stream()
                .map(edit -> new UnmergeView.Edit(
                        "owner." + edit.key(),
                        labels.field(type, edit.field()),
                        edit.proposed(),
                        edit.owner(),
                        changes(type, edit, mask),
                        options))
                .toList();
    }

    private List<Values.Change> changes(String type, LaterEdit edit, Mask mask) {
        boolean item = !edit.item().isEmpty();
        FieldChange change = new FieldChange(
                edit.field(),
                item && edit.before() != null ? ListItems.cast(List.of(edit.before())) : edit.before(),
                item && edit.after() != null ? ListItems.cast(List.of(edit.after())) : edit.after());
        return values.changes(type, List.of(mask.covered(change)));
    }
}
