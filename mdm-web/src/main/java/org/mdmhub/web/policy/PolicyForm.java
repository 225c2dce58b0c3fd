package org.mdmhub.web.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.FieldValues;

/**
 * A policy as it stands in its form: every entry as text; a tick as {@code kinds.UPDATE}, a row as {@code when.0.field}.
 */
record PolicyForm(Map<String, String> typed) {

    static final int MOST_CONDITIONS = 10;
    static final int MOST_FIELDS = 10;
    static final int MOST_STEPS = 10;
    static final List<String> FLAGS = List.of("only", "keepsDecisions", "active");

    private static final int LONGEST = 2000;
    private static final List<String> TEXTS = List.of("name", "nameZh", "type", "validFrom", "validUntil");
    private static final List<String> TICKS = List.of("kinds", "orgUnits", "groups");
    private static final List<String> LISTS = List.of("fields", "replaced");
    private static final List<String> NUMBERS = List.of("stage", "needed", "dueHours");
    private static final List<String> ROLES = List.of("roles", "escalate");

    static PolicyForm fresh() {
        return new PolicyForm(
                Map.of("active", "true", "steps.0.stage", "1", "steps.0.needed", "1", "steps.0.roles.STEWARD", "true"));
    }

    static PolicyForm posted(Map<String, String[]> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((key, values) -> {
            String value = values.length == 0 ? "" : values[0];
            String text = value.substring(0, Math.min(LONGEST, value.length())).strip();
            if (key.length() < 80 && CleanText.isStorable(text) && !text.isEmpty()) {
                typed.put(key, text);
            }
        });
        return new PolicyForm(typed);
    }

    static PolicyForm of(FieldValues content) {
        Map<String, String> typed = new LinkedHashMap<>();
        TEXTS.forEach(key -> put(typed, key, content.get(key)));
        put(typed, "candidates", content.get("candidates"));
        TICKS.forEach(key -> tick(typed, key, content.get(key)));
        LISTS.forEach(key -> {
            List<?> values = list(content.get(key));
            for (int i = 0; i < values.size(); i++) {
                put(typed, key + "." + i, values.get(i));
            }
        });
        if (content.get("above") instanceof Map<?, ?> above) {
            put(typed, "above.field", above.get("field"));
            put(typed, "above.value", above.get("value"));
        }
        FLAGS.forEach(key ->
                typed.put(key, String.valueOf(content.get(key) == null ? key.equals("active") : content.get(key))));
        rows(content.list("when")).forEach((at, row) -> {
            put(typed, "when." + at + ".field", row.get("field"));
            put(typed, "when." + at + ".is", row.get("is"));
            put(typed, "when." + at + ".values", row.get("values") == null ? row.get("value") : row.get("values"));
        });
        rows(content.list("steps")).forEach((at, row) -> {
            NUMBERS.forEach(key -> put(typed, "steps." + at + "." + key, row.get(key)));
            put(typed, "steps." + at + ".people", row.get("people"));
            ROLES.forEach(key -> tick(typed, "steps." + at + "." + key, row.get(key)));
        });
        return new PolicyForm(typed);
    }

    private static Map<Integer, Map<String, Object>> rows(List<Map<String, Object>> list) {
        Map<Integer, Map<String, Object>> rows = new LinkedHashMap<>();
        list.forEach(row -> rows.put(rows.size(), row));
        return rows;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private static void tick(Map<String, String> typed, String key, @Nullable Object values) {
        list(values).forEach(value -> typed.put(key + "." + value, "true"));
    }

    private static void put(Map<String, String> typed, String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            typed.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else if (value != null) {
            typed.put(key, value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
        }
    }

    String text(String key) {
        return typed.getOrDefault(key, "");
    }

    /** How many rows of a kind there are, whatever gaps were left between them. */
    int rows(String kind, int most) {
        int rows = 0;
        for (int i = 0; i < most; i++) {
            String at = kind + "." + i;
            boolean there =
                    typed.keySet().stream().anyMatch(key -> key.equals(at) || (key.startsWith(at + ".") && tells(key)));
            rows = there ? i + 1 : rows;
        }
        return rows;
    }

    /** What is chosen before anybody has typed says nothing. */
    private static boolean tells(String key) {
        return !key.endsWith(".is") && !key.endsWith(".stage") && !key.endsWith(".needed");
    }

    /** The content that it stands for. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        TEXTS.forEach(key -> keep(content, key, text(key)));
        keep(content, "candidates", number(text("candidates")));
        TICKS.forEach(key -> keep(content, key, ticked(key)));
        LISTS.forEach(key -> keep(content, key, listed(key)));
        Map<String, @Nullable Object> above = new LinkedHashMap<>();
        keep(above, "field", text("above.field"));
        keep(above, "value", number(text("above.value")));
        keep(content, "above", above);
        keep(content, "when", when());
        content.put("steps", steps());
        FLAGS.forEach(key -> content.put(key, text(key).equals("true")));
        return content;
    }

    private static void keep(Map<String, @Nullable Object> content, String key, Object value) {
        boolean empty = value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!empty) {
            content.put(key, value);
        }
    }

    /** A number as such; what is none stays as it was typed, for the check to say so. */
    private static Object number(String text) {
        try {
            return text.isEmpty() || text.length() > 30 ? text : new BigDecimal(text.replace(",", ""));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private List<String> ticked(String key) {
        return typed.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(key + ".") && entry.getValue().equals("true"))
                .map(entry -> entry.getKey().substring(key.length() + 1))
                .sorted()
                .toList();
    }

    private List<String> listed(String key) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < MOST_FIELDS; i++) {
            if (!text(key + "." + i).isEmpty()) {
                values.add(text(key + "." + i));
            }
        }
        return values;
    }

    private List<Map<String, @Nullable Object>> when() {
        List<Map<String, @Nullable Object>> when = new ArrayList<>();
        for (int i = 0; i < MOST_CONDITIONS; i++) {
            String at = "when." + i + ".";
            if (!text(at + "field").isEmpty()) {
                Map<String, @Nullable Object> condition = new LinkedHashMap<>();
                condition.put("field", text(at + "field"));
                condition.put("is", text(at + "is").isEmpty() ? "EQUAL" : text(at + "is"));
                keep(condition, "values", split(text(at + "values")));
                when.add(condition);
            }
        }
        return when;
    }

    private List<Map<String, @Nullable Object>> steps() {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            String at = "steps." + i + ".";
            List<String> roles = ticked(at + "roles");
            if (!roles.isEmpty() || !text(at + "people").isEmpty()) {
                Map<String, @Nullable Object> step = new LinkedHashMap<>();
                NUMBERS.forEach(key -> keep(step, key, number(text(at + key))));
                keep(step, "roles", roles);
                keep(step, "people", split(text(at + "people")));
                keep(step, "escalate", ticked(at + "escalate"));
                steps.add(step);
            }
        }
        return steps;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
