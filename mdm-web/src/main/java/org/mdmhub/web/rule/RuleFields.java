package org.mdmhub.web.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mdmhub.quality.rule.Check;
import org.mdmhub.quality.rule.Is;
import org.mdmhub.quality.rule.Trials;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** The fields of the form of a rule: those that its kind of check needs, and no others. */
@Component
class RuleFields {

    private static final Option NOTHING = new Option("", "–");
    private static final Set<FieldKind> ORDERED = Set.of(FieldKind.NUMBER, FieldKind.INTEGER, FieldKind.DATE);

    private final MasterTypes types;
    private final Trials trials;
    private final Labels labels;
    private final Texts texts;

    RuleFields(MasterTypes types, Trials trials, Labels labels, Texts texts) {
        this.types = types;
        this.trials = trials;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * The form in its parts.
     *
     * @param what name, kind of master, check, field and what the check needs
     * @param when a row of three fields a condition, one of them still empty
     * @param then severity and words
     */
    record Parts(List<FormField> what, List<List<FormField>> when, List<FormField> then) {

        public List<FormField> all() {
            List<FormField> all = new ArrayList<>(what);
            when.forEach(all::addAll);
            all.addAll(then);
            return all;
        }
    }

    Parts parts(RuleForm form, List<Finding> findings) {
        Words words = new Words(form, findings);
        List<List<FormField>> when = new ArrayList<>();
        for (int i = 0; i < Math.min(RuleForm.MOST_CONDITIONS, form.conditions() + 1); i++) {
            when.add(condition(words, form, i));
        }
        return new Parts(what(words, form), when, then(words));
    }

    private List<FormField> what(Words words, RuleForm form) {
        List<FormField> fields = new ArrayList<>();
        fields.add(words.text("nameZh", 100));
        fields.add(words.text("name", 100));
        fields.add(words.select(
                "type",
                types.keys().stream()
                        .map(type -> new Option(type, texts.or("nav." + type, type)))
                        .toList()));
        fields.add(words.select(
                "check",
                Arrays.stream(Check.values())
                        .map(check -> new Option(check.name(), texts.of("rule.check." + check.name())))
                        .toList()));
        Check check = form.check();
        Check chosen = check == null ? Check.REQUIRED : check;
        fields.add(words.select("field", fields(form.text("type"), suits(chosen))));
        fields.addAll(own(words, form, chosen));
        return fields;
    }

    private List<FormField> own(Words words, RuleForm form, Check check) {
        return switch (check) {
            case PATTERN ->
                List.of(words.text("pattern", 500)
                        .hinted(texts.of("rule.hint.pattern"))
                        .must());
            case RANGE -> List.of(words.text("min", 40).hinted(texts.of("rule.hint.range")), words.text("max", 40));
            case LENGTH -> List.of(words.text("min", 3), words.text("max", 3).hinted(texts.of("rule.hint.length")));
            case CODE_TABLE ->
                List.of(words.select(
                        "table",
                        trials.tables().stream()
                                .map(table -> new Option(table, texts.or("rule.table." + table, table)))
                                .toList()));
            case UNIQUE -> within(form);
            case CONDITION ->
                List.of(
                        words.select("is", comparisons()),
                        words.text("values", 1000).hinted(texts.of("rule.hint.values")),
                        words.select("other", withNothing(fields(form.text("type"), field -> true))));
            case EXPRESSION ->
                List.of(words.area("expression", 1000)
                        .hinted(texts.of("rule.hint.expression"))
                        .must());
            case REQUIRED, FROZEN -> List.of();
        };
    }

    private List<FormField> within(RuleForm form) {
        Set<String> known = Set.copyOf(
                types.fields(form.text("type")).stream().map(Field::key).toList());
        return RuleForm.ALIKE.stream()
                .filter(key -> key.equals("orgUnit") || known.contains(key))
                .map(key -> FormField.of(
                        Input.CHECK,
                        "within." + key,
                        texts.of("rule.within", label(form.text("type"), key)),
                        form.text("within." + key)))
                .toList();
    }

    private List<FormField> condition(Words words, RuleForm form, int number) {
        String at = "when." + number + ".";
        String type = form.text("type");
        List<Option> fields = new ArrayList<>(List.of(NOTHING, new Option("orgUnit", label(type, "orgUnit"))));
        fields.addAll(fields(type, field -> true));
        return List.of(
                words.named(FormField.select(
                        at + "field", texts.of("rule.when.field", number + 1), form.text(at + "field"), fields)),
                words.named(FormField.select(
                        at + "is", texts.of("rule.when.is", number + 1), form.text(at + "is"), comparisons())),
                words.named(FormField.of(
                                Input.TEXT,
                                at + "values",
                                texts.of("rule.when.values", number + 1),
                                form.text(at + "values"))
                        .atMost(1000)));
    }

    private List<FormField> then(Words words) {
        return List.of(
                words.select(
                        "severity",
                        List.of(
                                new Option("ERROR", texts.of("rule.severity.ERROR")),
                                new Option("WARNING", texts.of("rule.severity.WARNING")))),
                words.text("messageZh", 300).hinted(texts.of("rule.hint.message")),
                words.text("message", 300),
                words.check("active"));
    }

    private List<Option> comparisons() {
        return Arrays.stream(new Is[] {
                    Is.EQUAL,
                    Is.ONE_OF,
                    Is.DIFFERENT,
                    Is.PRESENT,
                    Is.EMPTY,
                    Is.LESS,
                    Is.AT_MOST,
                    Is.GREATER,
                    Is.AT_LEAST
                })
                .map(is -> new Option(is.name(), texts.of("rule.is." + is.name())))
                .toList();
    }

    private static List<Option> withNothing(List<Option> options) {
        List<Option> all = new ArrayList<>(List.of(NOTHING));
        all.addAll(options);
        return all;
    }

    private List<Option> fields(String type, Predicate<Field<MasterRecord>> wanted) {
        return types.fields(type).stream()
                .filter(wanted)
                .map(field -> new Option(field.key(), label(type, field.key())))
                .toList();
    }

    String label(String type, String key) {
        return key.equals("orgUnit") ? texts.of("rule.orgUnit") : labels.field(type, key);
    }

    private static Predicate<Field<MasterRecord>> suits(Check check) {
        return switch (check) {
            case RANGE -> field -> ORDERED.contains(field.kind());
            case PATTERN, LENGTH, CODE_TABLE ->
                field -> !ORDERED.contains(field.kind())
                        && field.kind() != FieldKind.LIST
                        && field.kind() != FieldKind.FLAG;
            case UNIQUE -> field -> field.kind() != FieldKind.LIST && field.kind() != FieldKind.FLAG;
            default -> field -> true;
        };
    }

    /** Fields with what was typed into them and what is wrong with it. */
    private final class Words {

        private final RuleForm form;
        private final List<Finding> findings;

        Words(RuleForm form, List<Finding> findings) {
            this.form = form;
            this.findings = findings;
        }

        FormField text(String key, int most) {
            return named(
                    FormField.of(Input.TEXT, key, label(key), form.text(key)).atMost(most));
        }

        FormField area(String key, int most) {
            return named(
                    FormField.of(Input.AREA, key, label(key), form.text(key)).atMost(most));
        }

        FormField check(String key) {
            return named(FormField.of(Input.CHECK, key, label(key), form.text(key)));
        }

        FormField select(String key, List<Option> options) {
            return named(FormField.select(key, label(key), form.text(key), options));
        }

        private String label(String key) {
            return labels.field("rules", key);
        }

        FormField named(FormField field) {
            String pointer = "/fields/" + field.name().replace('.', '/');
            return findings.stream()
                    .filter(finding -> finding.pointer().equals(pointer))
                    .findFirst()
                    .map(finding -> field.wrong(texts.of(finding)))
                    .orElse(field);
        }
    }
}
