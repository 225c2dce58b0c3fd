package org.mdmhub.web.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Member;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.road.MergePreview;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.ask.RawFields;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Works out what a merge comes to and lays it out for its reader. */
@Component
class MergeDesk {

    private static final int DIGITS = 9;

    private final MergePreviews previews;
    private final MasterTypes types;
    private final MergeRows rows;
    private final MergeLists lists;
    private final MergeWords words;
    private final MergeCourse course;
    private final Labels labels;
    private final Texts texts;

    MergeDesk(
            MergePreviews previews,
            MasterTypes types,
            MergeRows rows,
            MergeLists lists,
            MergeWords words,
            MergeCourse course,
            Labels labels,
            Texts texts) {
        this.previews = previews;
        this.types = types;
        this.rows = rows;
        this.lists = lists;
        this.words = words;
        this.course = course;
        this.labels = labels;
        this.texts = texts;
    }

    /** The choice that a form makes. */
    MergeChoice choice(MergeForm form) {
        Map<String, FieldKind> kinds = new LinkedHashMap<>();
        types.fields(form.type()).forEach(field -> kinds.put(field.key(), field.kind()));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        form.typed()
                .forEach((field, text) ->
                        values.put(field, RawFields.value(kinds.getOrDefault(field, FieldKind.TEXT), text.strip())));
        return form.choice(values);
    }

    MergePreview preview(MergeForm form, Actor reader) {
        return previews.of(form.type(), choice(form), reader);
    }

    /** The form with one record taken as it is, where that was asked for. */
    MergeForm whole(MergeForm form, Actor reader) {
        if (form.whole().isEmpty()) {
            return form;
        }
        MergePlan plan = previews.of(form.type(), MergeChoice.of(form.survivor(), form.others()), reader)
                .plan();
        Map<String, String> all = new LinkedHashMap<>();
        types.fields(form.type()).stream()
                .filter(field -> field.kind() != FieldKind.LIST && plan.fields().containsKey(field.key()))
                .forEach(field -> all.put(field.key(), form.whole()));
        return form.taking(all, lists.allBut(form.whole(), plan));
    }

    MergeView view(MergeForm form, MergePreview preview, Set<String> changed, Actor reader) {
        MergePlan plan = preview.plan();
        Map<String, Mask> masks = words.masks(plan, reader);
        MergeRows.Case all = new MergeRows.Case(plan, form, masks, preview.findings(), changed);
        List<Field<MasterRecord>> plain = types.fields(form.type()).stream()
                .filter(field -> field.kind() != FieldKind.LIST && plan.fields().containsKey(field.key()))
                .toList();
        return new MergeView(
                form,
                plan.hash(),
                all.inOrder().stream()
                        .map(member -> column(member, form, masks.get(member.code())))
                        .toList(),
                rows(
                        plain.stream()
                                .filter(field -> all.contradicts(field.key()))
                                .toList(),
                        all),
                rows(
                        plain.stream()
                                .filter(field -> !all.contradicts(field.key()) && !all.agrees(field.key()))
                                .toList(),
                        all),
                rows(plain.stream().filter(field -> all.agrees(field.key())).toList(), all),
                lists.of(plan, masks),
                plan.conflicts().size(),
                elsewhere(form.type(), preview.findings(), plain),
                preview.findings().stream().anyMatch(Finding::stops),
                effects(preview),
                course.of(form.type(), choice(form), plan.hash(), reader));
    }

    private List<MergeView.Row> rows(List<Field<MasterRecord>> fields, MergeRows.Case all) {
        return fields.stream().map(field -> rows.row(field, all)).toList();
    }

    private MergeView.Column column(Member member, MergeForm form, @Nullable Mask mask) {
        int place = form.codes().indexOf(member.code()) + 1;
        return new MergeView.Column(
                member.code(),
                mask == null ? member.code() : words.name(member.values(), mask, member.code()),
                labels.organisation(member.orgUnit()),
                member.version(),
                member.code().equals(form.survivor()),
                place > DIGITS ? "" : String.valueOf(place));
    }

    private List<MergeView.Said> elsewhere(String type, List<Finding> findings, List<Field<MasterRecord>> plain) {
        return findings.stream()
                .filter(finding ->
                        plain.stream().noneMatch(field -> finding.pointer().equals("/fields/" + field.key())))
                .map(finding ->
                        new MergeView.Said(finding.stops(), labels.place(type, finding.pointer()), texts.of(finding)))
                .toList();
    }

    static MergeView.Effects effects(MergePreview preview) {
        MergePreview.Effects effects = preview.effects();
        return new MergeView.Effects(
                preview.plan().survivor().code(),
                effects.redirects(),
                effects.keysMoved(),
                effects.openRequests(),
                effects.deliveries(),
                effects.told());
    }
}
