package org.mdmhub.web.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A form changes by an approved request only; its key is that of the master type. */
@Component
class FormProposal implements Proposal {

    private static final int MAX_LABEL = 60;
    private static final Set<String> PARTS =
            Set.of("by", "category", "defaults", "keeps", "sections", "fields", "conditions");

    private final FormPlans plans;
    private final MasterTypes types;
    private final Settings settings;

    FormProposal(FormPlans plans, MasterTypes types, Settings settings) {
        this.plans = plans;
        this.types = types;
        this.settings = settings;
    }

    @Override
    public String type() {
        return FormPlans.TYPE;
    }

    @Override
    public int version(String key) {
        return plans.version(key);
    }

    @Override
    public FieldValues now(String key) {
        return plans.content(key);
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        if (types.find(key).isEmpty()) {
            return List.of(Finding.error("/code", "unknownType", key));
        }
        after.keys().stream()
                .filter(part -> !PARTS.contains(part))
                .forEach(part -> findings.add(Finding.error("/fields/" + part, "unknownField", part)));
        Map<String, FieldKind> fields =
                types.fields(key).stream().collect(Collectors.toMap(Field::key, Field<MasterRecord>::kind));
        FormPlan plan = FormPlan.of(after.asMap());
        sections(plan, fields.keySet(), findings);
        conditions(plan, fields.keySet(), findings);
        List<Map<String, Object>> looks = after.list("fields");
        for (int i = 0; i < looks.size(); i++) {
            known("/fields/fields/" + i, List.of(FormPlan.text(looks.get(i), "field")), fields.keySet(), findings);
            labels("/fields/fields/" + i, looks.get(i), findings);
        }
        return findings;
    }

    private static void sections(FormPlan plan, Set<String> fields, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.sections().size(); i++) {
            FormPlan.Section section = plan.sections().get(i);
            String pointer = "/fields/sections/" + i;
            if (!section.key().matches("[a-z][A-Za-z0-9-]{0,39}")) {
                findings.add(Finding.error(pointer, section.key().isEmpty() ? "required" : "type", "CODE"));
            }
            boolean first = section.key().equals(FormPlan.FIRST);
            if (!first && (section.label().isBlank() || section.labelZh().isBlank())) {
                findings.add(Finding.error(pointer, "bothLanguages", section.key()));
            }
            if (!seen.add(section.key() + section.groups())) {
                findings.add(Finding.error(pointer, "twice", section.key()));
            }
            known(pointer, section.fields(), fields, findings);
            labels(pointer, Map.of("label", section.label(), "labelZh", section.labelZh()), findings);
        }
    }

    /** What no rule lets through without a value cannot be taken from the form. */
    private static void conditions(FormPlan plan, Set<String> fields, List<Finding> findings) {
        for (int i = 0; i < plan.conditions().size(); i++) {
            Condition condition = plan.conditions().get(i);
            String pointer = "/fields/conditions/" + i;
            if (condition.fields().isEmpty()) {
                findings.add(Finding.error(pointer, "required"));
            }
            if (condition.is() == Condition.Treatment.HIDDEN
                    && condition.fields().contains("name")) {
                findings.add(Finding.error(pointer, "notHidden", "name"));
            }
            known(pointer, condition.fields(), fields, findings);
        }
    }

    private static void known(String pointer, List<String> named, Set<String> fields, List<Finding> findings) {
        named.stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> findings.add(Finding.error(pointer, "unknownField", field)));
    }

    private static void labels(String pointer, Map<String, ?> item, List<Finding> findings) {
        for (String label : List.of("label", "labelZh")) {
            if (String.valueOf(item.get(label)).length() > MAX_LABEL) {
                findings.add(Finding.error(pointer, "length", String.valueOf(MAX_LABEL)));
            }
        }
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(FormPlans.TYPE, key, after.asMap(), now);
    }

    /** Back to the plan that comes with the hub. */
    @Override
    public void retire(String key, Instant now) {
        settings.retire(FormPlans.TYPE, key, now);
    }

    @Override
    public String title(String key, FieldValues values) {
        return key;
    }
}
