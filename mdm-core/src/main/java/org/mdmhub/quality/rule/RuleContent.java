package org.mdmhub.quality.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.Finding.Severity;

/** Reads a rule from its content, a JSON map, and says which entries are not what they should be. */
final class RuleContent {

    /** Entries that every rule has; a check has more of its own. */
    static final List<String> COMMON =
            List.of("type", "name", "nameZh", "check", "field", "when", "severity", "message", "messageZh", "active");

    private static final int MAX_NAME = 100;
    private static final int MAX_MESSAGE = 300;
    private static final int MAX_CONDITIONS = 10;
    private static final int MAX_VALUES = 100;

    private final FieldValues content;
    private final List<Finding> findings;

    private RuleContent(FieldValues content, List<Finding> findings) {
        this.content = content;
        this.findings = findings;
    }

    /** The rule, or null where it is not one; what is wrong with it is added to {@code findings}. */
    static @Nullable Rule read(String key, FieldValues content, List<Finding> findings) {
        return new RuleContent(content, findings).rule(key);
    }

    /** The conditions alone, which stand under {@code when}. */
    static List<Condition> conditions(FieldValues content, List<Finding> findings) {
        return new RuleContent(content, findings).when();
    }

    private @Nullable Rule rule(String key) {
        int before = findings.size();
        Check check = choice("check", Check.class);
        Severity severity = choice("severity", Severity.class);
        String type = required("type", MAX_NAME);
        String field = required("field", MAX_NAME);
        String name = text("name", MAX_NAME);
        String nameZh = text("nameZh", MAX_NAME);
        if (name == null && nameZh == null) {
            wrong("name", "required");
        }
        known(check);
        Rule.With with = new Rule.With(
                text("pattern", Patterns.MAX_LENGTH),
                end("min"),
                end("max"),
                text("table", MAX_NAME),
                texts("within"),
                check == Check.CONDITION && field != null ? then(field) : null,
                text("expression", Expressions.MAX_LENGTH));
        List<Condition> when = when();
        String message = or(text("message", MAX_MESSAGE));
        String messageZh = or(text("messageZh", MAX_MESSAGE));
        boolean active = active();
        return findings.size() > before || check == null || severity == null || type == null || field == null
                ? null
                : new Rule(
                        key,
                        type,
                        or(name),
                        or(nameZh),
                        check,
                        field,
                        with,
                        when,
                        severity,
                        message,
                        messageZh,
                        active);
    }

    private void known(@Nullable Check check) {
        Set<String> own = check == null ? Set.of() : Set.copyOf(check.entries());
        content.keys().stream()
                .filter(key -> !COMMON.contains(key) && check != null && !own.contains(key))
                .forEach(key -> findings.add(
                        Finding.error("/fields/" + key.replace("~", "~0").replace("/", "~1"), "unknownField", key)));
    }

    private boolean active() {
        Object raw = content.get("active");
        if (raw != null && !(raw instanceof Boolean)) {
            wrong("active", "type", "FLAG");
        }
        return !Boolean.FALSE.equals(raw);
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private @Nullable String required(String key, int most) {
        String text = text(key, most);
        if (text == null && content.get(key) == null) {
            wrong(key, "required");
        }
        return text;
    }

    private @Nullable String text(String key, int most) {
        Object raw = content.get(key);
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String text)) {
            wrong(key, "type", "TEXT");
            return null;
        }
        if (text.codePointCount(0, text.length()) > most) {
            wrong(key, "length", String.valueOf(most));
            return null;
        }
        return text.isBlank() ? null : text.strip();
    }

    /** A number or a date; numbers may come as such. */
    private @Nullable String end(String key) {
        Object raw = content.get(key);
        return raw instanceof Number ? Values.text(raw) : text(key, MAX_NAME);
    }

    private <E extends Enum<E>> @Nullable E choice(String key, Class<E> choices) {
        String text = required(key, MAX_NAME);
        return text == null ? null : choice("/fields/" + key, text, choices);
    }

    private <E extends Enum<E>> @Nullable E choice(String pointer, String text, Class<E> choices) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        String all = String.join(
                ", ", Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList());
        findings.add(Finding.error(pointer, "choice", all));
        return null;
    }

    private List<String> texts(String key) {
        Object raw = content.get(key);
        List<String> texts = raw instanceof String one ? List.of(one) : strings(raw);
        if (texts == null) {
            wrong(key, "type", "LIST");
        }
        return texts == null ? List.of() : texts;
    }

    /** The values as text, empty for none; null where they are no list of values. */
    private static @Nullable List<String> strings(@Nullable Object raw) {
        if (raw == null) {
            return List.of();
        }
        if (!(raw instanceof List<?> list) || list.size() > MAX_VALUES) {
            return null;
        }
        boolean plain = list.stream()
                .allMatch(value -> value instanceof String || value instanceof Number || value instanceof Boolean);
        return plain
                ? list.stream()
                        .map(value -> Values.text(Objects.requireNonNull(value)))
                        .toList()
                : null;
    }

    private @Nullable Condition then(String field) {
        String is = required("is", MAX_NAME);
        Object values = Stream.of("values", "value")
                .map(content::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return is == null ? null : condition("/fields", field, is, values, text("other", MAX_NAME));
    }

    private List<Condition> when() {
        Object raw = content.get("when");
        List<Condition> conditions = new ArrayList<>();
        if (raw == null) {
            return conditions;
        }
        if (!(raw instanceof List<?> list) || list.size() > MAX_CONDITIONS) {
            wrong("when", "type", "LIST");
            return conditions;
        }
        for (int i = 0; i < list.size(); i++) {
            Condition condition =
                    list.get(i) instanceof Map<?, ?> entries ? condition("/fields/when/" + i, entries) : null;
            if (condition != null) {
                conditions.add(condition);
            } else if (!(list.get(i) instanceof Map<?, ?>)) {
                findings.add(Finding.error("/fields/when/" + i, "type", "ITEM"));
            }
        }
        return conditions;
    }

    private @Nullable Condition condition(String pointer, Map<?, ?> entries) {
        if (!(entries.get("field") instanceof String field) || field.isBlank() || field.length() > MAX_NAME) {
            findings.add(Finding.error(pointer + "/field", "required"));
            return null;
        }
        if (!(entries.get("is") instanceof String is)) {
            findings.add(Finding.error(pointer + "/is", "required"));
            return null;
        }
        Object values = entries.get("values") == null ? entries.get("value") : entries.get("values");
        Object other = entries.get("other");
        return condition(pointer, field, is, values, other instanceof String key && !key.isBlank() ? key : null);
    }

    private @Nullable Condition condition(
            String pointer, String field, String isText, @Nullable Object raw, @Nullable String other) {
        Is is = choice(pointer + "/is", isText, Is.class);
        List<String> values = strings(raw == null || raw instanceof List<?> ? raw : List.of(raw));
        if (values == null) {
            findings.add(Finding.error(pointer + "/values", "type", "LIST"));
            return null;
        }
        if (is != null && is.compares() && values.isEmpty() && other == null) {
            findings.add(Finding.error(pointer + "/values", "required"));
            return null;
        }
        return is == null ? null : new Condition(field, is, values, other);
    }

    private void wrong(String key, String code, String... args) {
        findings.add(Finding.error("/fields/" + key, code, args));
    }
}
