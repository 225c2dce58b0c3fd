package org.mdmhub.web.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;
import org.mdmhub.quality.rule.Check;
import org.mdmhub.record.FieldValues;

/**
 * A rule as it stands in its form: every entry as text, the entries of the conditions under {@code when.0.field} and so on.
 */
record RuleForm(Map<String, String> typed) {

    static final int MOST_CONDITIONS = 10;
    static final List<String> ALIKE = List.of("accountGroup", "orgUnit", "category", "customerCategory");

    private static final int LONGEST = 4000;
    private static final List<String> PARTS = List.of("field", "is", "values", "other");
    private static final List<String> TEXTS = List.of(
            "type",
            "name",
            "nameZh",
            "check",
            "field",
            "severity",
            "message",
            "messageZh",
            "pattern",
            "min",
            "max",
            "table",
            "is",
            "other",
            "expression");

    /** A rule that nobody has written yet. */
    static RuleForm fresh() {
        return new RuleForm(Map.of("type", "customers", "check", "REQUIRED", "severity", "ERROR", "active", "true"));
    }

    static RuleForm posted(Map<String, String[]> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((key, values) -> {
            String value = values.length == 0 ? "" : values[0];
            String text = value.substring(0, Math.min(LONGEST, value.length())).strip();
            if (key.length() < 40 && CleanText.isStorable(text) && !text.isEmpty()) {
                typed.put(key, text);
            }
        });
        return new RuleForm(typed);
    }

    static RuleForm of(FieldValues content) {
        Map<String, String> typed = new LinkedHashMap<>();
        TEXTS.forEach(key -> put(typed, key, content.get(key)));
        put(typed, "values", content.get("values") == null ? content.get("value") : content.get("values"));
        typed.put("active", String.valueOf(!Boolean.FALSE.equals(content.get("active"))));
        if (content.get("within") instanceof List<?> within) {
            within.forEach(key -> typed.put("within." + key, "true"));
        }
        List<Map<String, Object>> when = content.list("when");
        for (int i = 0; i < when.size(); i++) {
            Map<String, Object> condition = when.get(i);
            for (String part : PARTS) {
                put(typed, "when." + i + "." + part, condition.get(part));
            }
            if (condition.get("values") == null) {
                put(typed, "when." + i + ".values", condition.get("value"));
            }
        }
        return new RuleForm(typed);
    }

    private static void put(Map<String, String> typed, String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            typed.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else if (value != null) {
            typed.put(key, String.valueOf(value));
        }
    }

    String text(String key) {
        return typed.getOrDefault(key, "");
    }

    /** The kind of check, null where none is chosen or none is called so. */
    @Nullable
    Check check() {
        return Arrays.stream(Check.values())
                .filter(check -> check.name().equals(text("check")))
                .findFirst()
                .orElse(null);
    }

    /** How many conditions there are, whatever gaps were left between them. */
    int conditions() {
        int most = 0;
        for (int i = 0; i < MOST_CONDITIONS; i++) {
            most = text("when." + i + ".field").isEmpty() ? most : i + 1;
        }
        return most;
    }

    /** The content that it stands for, with nothing that its check does not read. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        Check check = check();
        List<String> own = check == null ? List.of() : check.entries();
        for (String key : TEXTS) {
            boolean common = TEXTS.indexOf(key) < TEXTS.indexOf("pattern");
            if ((common || own.contains(key)) && !text(key).isEmpty()) {
                content.put(key, text(key));
            }
        }
        if (own.contains("values") && !text("values").isEmpty()) {
            content.put("values", split(text("values")));
        }
        List<String> within = ALIKE.stream()
                .filter(key -> text("within." + key).equals("true"))
                .toList();
        if (own.contains("within") && !within.isEmpty()) {
            content.put("within", within);
        }
        List<Map<String, Object>> when = when();
        if (!when.isEmpty()) {
            content.put("when", when);
        }
        content.put("active", text("active").equals("true"));
        return content;
    }

    private List<Map<String, Object>> when() {
        List<Map<String, Object>> when = new ArrayList<>();
        for (int i = 0; i < MOST_CONDITIONS; i++) {
            String at = "when." + i + ".";
            if (!text(at + "field").isEmpty()) {
                Map<String, Object> condition = new LinkedHashMap<>();
                condition.put("field", text(at + "field"));
                condition.put("is", text(at + "is").isEmpty() ? "EQUAL" : text(at + "is"));
                if (!text(at + "values").isEmpty()) {
                    condition.put("values", split(text(at + "values")));
                }
                when.add(condition);
            }
        }
        return when;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
