package org.mdmhub.web.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a form plan on the screen, with what the form would look like. */
@Component
class FormSheets {

    private final MasterTypes types;
    private final FormPlans plans;
    private final Labels labels;
    private final Texts texts;

    FormSheets(MasterTypes types, FormPlans plans, Labels labels, Texts texts) {
        this.types = types;
        this.plans = plans;
        this.labels = labels;
        this.texts = texts;
    }

    /** For whom the preview is made. */
    record Viewer(String group, String role, boolean fresh) {}

    FieldNames names(String type) {
        Map<String, String> names = new LinkedHashMap<>();
        types.fields(type).forEach(field -> names.put(field.key(), labels.field(type, field.key())));
        return new FieldNames(names);
    }

    /** @param more how many empty cards of each kind stand at the end */
    FormSheet sheet(
            String type,
            Map<String, @Nullable Object> content,
            List<Finding> findings,
            Viewer viewer,
            String reason,
            int more,
            Actor reader) {
        FormPlan plan = FormPlan.of(org.mdmhub.record.FieldValues.of(content).asMap());
        FieldNames names = names(type);
        return new FormSheet(
                type,
                plans.version(type),
                reader.may(Right.DEFINE),
                sections(plan, names, findings, more),
                looks(type, plan, names),
                conditions(plan, names, findings, more),
                groups(type, plan),
                roles(),
                preview(type, plan, names, viewer),
                findings.stream().map(this::said).toList(),
                reason);
    }

    private String said(Finding finding) {
        return texts.of("form.problem", texts.of(finding), finding.pointer());
    }

    private @Nullable String wrong(List<Finding> findings, String pointer) {
        List<String> said = findings.stream()
                .filter(finding -> finding.pointer().equals(pointer))
                .map(texts::of)
                .toList();
        return said.isEmpty() ? null : String.join(" ", said);
    }

    private List<FormSheet.SectionCard> sections(FormPlan plan, FieldNames names, List<Finding> findings, int more) {
        List<FormSheet.SectionCard> cards = new ArrayList<>();
        for (FormPlan.Section section : plan.sections()) {
            int place = cards.size();
            cards.add(new FormSheet.SectionCard(
                    place,
                    section.key(),
                    section.label(),
                    section.labelZh(),
                    section.groups(),
                    names.lines(section.fields()),
                    wrong(findings, "/fields/sections/" + place)));
        }
        for (int i = 0; i < more; i++) {
            cards.add(new FormSheet.SectionCard(cards.size(), "", "", "", List.of(), "", null));
        }
        return cards;
    }

    private List<FormSheet.LookLine> looks(String type, FormPlan plan, FieldNames names) {
        List<FormSheet.LookLine> lines = new ArrayList<>();
        for (Field<MasterRecord> field : types.fields(type)) {
            FormPlan.Look look = plan.look(field.key()).orElse(new FormPlan.Look(field.key(), "", "", ""));
            lines.add(new FormSheet.LookLine(
                    lines.size(), field.key(), names.label(field.key()), look.width(), look.label(), look.labelZh()));
        }
        return lines;
    }

    private List<FormSheet.ConditionCard> conditions(
            FormPlan plan, FieldNames names, List<Finding> findings, int more) {
        List<FormSheet.ConditionCard> cards = new ArrayList<>();
        for (Condition condition : plan.conditions()) {
            int place = cards.size();
            cards.add(new FormSheet.ConditionCard(
                    place,
                    condition.is().name(),
                    names.lines(condition.fields()),
                    condition.groups(),
                    String.join("\n", condition.categories()),
                    condition.roles().stream().map(Role::name).toList(),
                    condition.state().name(),
                    wrong(findings, "/fields/conditions/" + place)));
        }
        for (int i = 0; i < more; i++) {
            cards.add(new FormSheet.ConditionCard(cards.size(), "REQUIRED", "", List.of(), "", List.of(), "ANY", null));
        }
        return cards;
    }

    List<FormSheet.Choice> groups(String type, FormPlan plan) {
        String by = plan.by();
        return types.fields(type).stream()
                .filter(field -> field.key().equals(by))
                .flatMap(field -> field.choices().stream())
                .map(value -> new FormSheet.Choice(value, texts.or("choice." + by + "." + value, value)))
                .toList();
    }

    private List<FormSheet.Choice> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role.rights().contains(Right.ASK))
                .map(role -> new FormSheet.Choice(role.name(), texts.of("role." + role.name())))
                .toList();
    }

    private List<FormSheet.Preview> preview(String type, FormPlan plan, FieldNames names, Viewer viewer) {
        Set<Role> roles = new LinkedHashSet<>();
        Arrays.stream(Role.values())
                .filter(role -> role.name().equals(viewer.role()))
                .forEach(roles::add);
        var audience = new FormPlan.Audience(viewer.group(), "", roles, viewer.fresh());
        Map<String, FieldKind> kinds = new LinkedHashMap<>();
        types.fields(type).forEach(field -> kinds.put(field.key(), field.kind()));
        Locale locale = LocaleContextHolder.getLocale();
        return plan.sections(viewer.group()).stream()
                .map(section -> new FormSheet.Preview(
                        section.key().equals(FormPlan.FIRST) ? "" : section.heading(locale),
                        section.fields().stream()
                                .filter(key ->
                                        kinds.containsKey(key) && !plan.is(Condition.Treatment.HIDDEN, key, audience))
                                .map(key -> new FormSheet.PreviewField(
                                        plan.label(key, locale).orElse(names.label(key)),
                                        plan.width(key, kinds.getOrDefault(key, FieldKind.TEXT)),
                                        mark(plan, key, audience)))
                                .toList()))
                .toList();
    }

    private static String mark(FormPlan plan, String key, FormPlan.Audience audience) {
        if (plan.is(Condition.Treatment.READ_ONLY, key, audience)) {
            return Condition.Treatment.READ_ONLY.name();
        }
        return plan.is(Condition.Treatment.REQUIRED, key, audience) ? Condition.Treatment.REQUIRED.name() : "";
    }
}
