package org.mdmhub.web.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.quality.rule.Is;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The fields of the form of a policy. */
@Component
class PolicyFields {

    static final Option NOTHING = new Option("", "–");

    private final MasterTypes types;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;

    PolicyFields(MasterTypes types, Organisations organisations, Labels labels, Texts texts) {
        this.types = types;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
    }

    /** Ticks that belong together, under one legend. */
    record Ticks(String legend, List<FormField> fields) {}

    /** A step: its numbers and people, who may take it, who may take it late. */
    record StepRow(List<FormField> fields, Ticks roles, Ticks escalate) {}

    /**
     * The form in its parts.
     *
     * @param ticks kinds, organisations, groups
     * @param touched fields that it looks at
     * @param flags how it counts
     */
    record Parts(
            List<FormField> what,
            List<Ticks> ticks,
            List<List<FormField>> when,
            List<FormField> touched,
            List<FormField> replaced,
            List<FormField> limits,
            List<StepRow> steps,
            List<FormField> flags) {

        public List<FormField> all() {
            List<FormField> all = new ArrayList<>(what);
            when.forEach(all::addAll);
            all.addAll(touched);
            all.addAll(replaced);
            all.addAll(limits);
            steps.forEach(step -> all.addAll(step.fields()));
            return all;
        }
    }

    Parts parts(PolicyForm form, List<Finding> findings) {
        PolicySaid said = new PolicySaid(form, findings, texts);
        String type = form.text("type");
        List<List<FormField>> when = new ArrayList<>();
        for (int i = 0; i < room(form, "when", PolicyForm.MOST_CONDITIONS); i++) {
            when.add(condition(said, type, i));
        }
        List<StepRow> steps = new ArrayList<>();
        for (int i = 0; i < room(form, "steps", PolicyForm.MOST_STEPS); i++) {
            steps.add(step(said, i));
        }
        return new Parts(
                what(said),
                List.of(
                        ticks(said, "kinds", kinds()),
                        ticks(said, "orgUnits", units()),
                        ticks(said, "groups", groups(type))),
                when,
                many(said, "fields", type),
                many(said, "replaced", type),
                limits(said, type),
                steps,
                PolicyForm.FLAGS.stream()
                        .map(key -> said.of(Input.CHECK, key, label(key)))
                        .toList());
    }

    private static int room(PolicyForm form, String kind, int most) {
        return Math.min(most, form.rows(kind, most) + 1);
    }

    private String label(String key) {
        return labels.field("policies", key);
    }

    private List<FormField> what(PolicySaid said) {
        List<Option> kinds = new ArrayList<>(List.of(new Option("", texts.of("policy.allTypes"))));
        types.keys().forEach(key -> kinds.add(new Option(key, texts.or("nav." + key, key))));
        return List.of(
                said.of(Input.TEXT, "nameZh", label("nameZh")).atMost(100),
                said.of(Input.TEXT, "name", label("name")).atMost(100),
                said.select("type", label("type"), kinds));
    }

    private Ticks ticks(PolicySaid said, String key, Map<String, String> choices) {
        List<FormField> fields = new ArrayList<>();
        choices.forEach((value, text) -> fields.add(said.of(Input.CHECK, key + "." + value, text)));
        String name = key.substring(key.lastIndexOf('.') + 1);
        return new Ticks(texts.of("policy.ticks." + name), fields);
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(ChangeKind.values()).forEach(kind -> kinds.put(kind.name(), texts.of("kind." + kind.name())));
        return kinds;
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        organisations.all().forEach(unit -> units.put(unit.code(), unit.name(LocaleContextHolder.getLocale())));
        return units;
    }

    private Map<String, String> groups(String type) {
        Map<String, String> groups = new LinkedHashMap<>();
        fields(type).forEach(field -> {
            String text = texts.or("group." + field.group(), "");
            if (!text.isEmpty()) {
                groups.put(field.group(), text);
            }
        });
        return groups;
    }

    static Map<String, String> roles(Texts texts) {
        Map<String, String> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role.rights().contains(Right.DECIDE))
                .forEach(role -> roles.put(role.name(), texts.of("role." + role.name())));
        return roles;
    }

    private List<Field<MasterRecord>> fields(String type) {
        List<Field<MasterRecord>> fields = new ArrayList<>();
        types.keys().stream()
                .filter(key -> type.isEmpty() || key.equals(type))
                .forEach(key -> fields.addAll(types.fields(key)));
        return fields;
    }

    /** Fields of the type, or of all, each once. */
    List<Option> options(String type, Predicate<Field<MasterRecord>> wanted) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String key : types.keys()) {
            if (type.isEmpty() || key.equals(type)) {
                types.fields(key).stream()
                        .filter(wanted)
                        .forEach(field -> options.putIfAbsent(field.key(), labels.field(key, field.key())));
            }
        }
        List<Option> all = new ArrayList<>(List.of(NOTHING));
        options.forEach((key, text) -> all.add(new Option(key, text)));
        return all;
    }

    private List<FormField> condition(PolicySaid said, String type, int number) {
        String at = "when." + number + ".";
        List<Option> fields = options(type, field -> true);
        // what is meant most often comes first, for it is what stands there unless somebody chooses
        List<Option> comparisons = Stream.of(
                        Is.EQUAL,
                        Is.ONE_OF,
                        Is.DIFFERENT,
                        Is.PRESENT,
                        Is.EMPTY,
                        Is.LESS,
                        Is.AT_MOST,
                        Is.GREATER,
                        Is.AT_LEAST)
                .map(is -> new Option(is.name(), texts.of("rule.is." + is.name())))
                .toList();
        return List.of(
                said.select(at + "field", texts.of("rule.when.field", number + 1), fields),
                said.select(at + "is", texts.of("rule.when.is", number + 1), comparisons),
                said.of(Input.TEXT, at + "values", texts.of("rule.when.values", number + 1))
                        .atMost(1000));
    }

    private List<FormField> many(PolicySaid said, String kind, String type) {
        List<Option> options = options(type, field -> true);
        List<FormField> fields = new ArrayList<>();
        for (int i = 0; i < room(said.form(), kind, PolicyForm.MOST_FIELDS); i++) {
            fields.add(said.select(kind + "." + i, texts.of("policy.field." + kind, i + 1), options));
        }
        return fields;
    }

    private List<FormField> limits(PolicySaid said, String type) {
        List<Option> numbers =
                options(type, field -> field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.INTEGER);
        return List.of(
                said.select("above.field", texts.of("policy.above.field"), numbers),
                said.of(Input.NUMBER, "above.value", texts.of("policy.above.value"))
                        .atMost(30),
                said.of(Input.NUMBER, "candidates", label("candidates")).atMost(3),
                said.of(Input.DATE, "validFrom", label("validFrom")),
                said.of(Input.DATE, "validUntil", label("validUntil")));
    }

    private StepRow step(PolicySaid said, int number) {
        String at = "steps." + number + ".";
        List<FormField> fields = new ArrayList<>();
        for (String key : List.of("stage", "needed", "dueHours")) {
            fields.add(said.of(Input.NUMBER, at + key, texts.of("policy.step." + key))
                    .atMost(5));
        }
        fields.add(said.of(Input.TEXT, at + "people", texts.of("policy.step.people"))
                .atMost(1000)
                .hinted(texts.of("policy.step.people.hint")));
        return new StepRow(fields, ticks(said, at + "roles", roles(texts)), ticks(said, at + "escalate", roles(texts)));
    }
}
