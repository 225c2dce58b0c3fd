package org.mdmhub.web.merge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Chosen;
import org.mdmhub.merge.Member;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** The plain fields of a merge, one row each. */
@Component
class MergeRows {

    private final MergeWords words;
    private final Labels labels;
    private final Texts texts;

    MergeRows(MergeWords words, Labels labels, Texts texts) {
        this.words = words;
        this.labels = labels;
        this.texts = texts;
    }

    /** What all rows look at. */
    record Case(MergePlan plan, MergeForm form, Map<String, Mask> masks, List<Finding> findings, Set<String> changed) {

        List<Member> inOrder() {
            return form.codes().stream()
                    .flatMap(code -> plan.members().stream()
                            .filter(member -> member.code().equals(code)))
                    .toList();
        }

        boolean said(String field) {
            return form.picks().containsKey(field) || form.typed().containsKey(field);
        }

        /** Whether the records contradict each other in it, or somebody decided about it. */
        boolean contradicts(String field) {
            return plan.conflicts().contains(field) || (said(field) && distinct(field) > 1);
        }

        boolean agrees(String field) {
            return !said(field)
                    && distinct(field) == 1
                    && plan.members().stream()
                            .allMatch(member -> member.values().get(field) != null);
        }

        private long distinct(String field) {
            return plan.members().stream()
                    .map(member -> member.values().get(field))
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
    }

    MergeView.Row row(Field<MasterRecord> field, Case all) {
        String key = field.key();
        MergePlan plan = all.plan();
        Chosen chosen = Objects.requireNonNull(plan.fields().get(key));
        boolean typed = all.form().typed().containsKey(key);
        String from = chosen.from();
        return new MergeView.Row(
                key,
                labels.field(plan.type(), key),
                words.shown(
                        plan.type(),
                        key,
                        chosen.value(),
                        from == null ? null : all.masks().get(from)),
                words.why(plan, key, chosen),
                all.said(key) || from == null ? "" : from,
                all.inOrder().stream()
                        .map(member -> cell(key, member, plan, all.masks(), typed ? null : from))
                        .toList(),
                typed,
                all.form().typed().getOrDefault(key, ""),
                options(field),
                told(all.findings(), key, true),
                told(all.findings(), key, false),
                all.changed().contains(key));
    }

    private MergeView.Cell cell(
            String field, Member member, MergePlan plan, Map<String, Mask> masks, @Nullable String from) {
        return new MergeView.Cell(
                member.code(),
                words.shown(plan.type(), field, member.values().get(field), masks.get(member.code())),
                words.since(member, field),
                member.code().equals(from));
    }

    private List<FormField.Option> options(Field<MasterRecord> field) {
        FormField.Option nothing = new FormField.Option("", "–");
        if (field.kind() == FieldKind.FLAG) {
            return List.of(
                    nothing,
                    new FormField.Option("true", texts.of("flag.yes")),
                    new FormField.Option("false", texts.of("flag.no")));
        }
        return field.choices().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(nothing),
                                field.choices().stream()
                                        .map(choice -> new FormField.Option(
                                                choice, texts.or("choice." + field.key() + "." + choice, choice))))
                        .toList();
    }

    private String told(List<Finding> findings, String field, boolean stops) {
        return findings.stream()
                .filter(finding -> finding.stops() == stops && finding.pointer().equals("/fields/" + field))
                .findFirst()
                .map(texts::of)
                .orElse("");
    }
}
