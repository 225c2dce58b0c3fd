package org.mdmhub.web.survivorship;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/**
 * Rules as they stand in their form: every entry as text, as {@code fields.0.field}, {@code fields.0.rules.1},
 * {@code otherwise.0} and {@code sources.0.trust}, without gaps between rows, so that a place here is one in the content.
 */
record SurvivorshipForm(Map<String, String> typed) {

    static final int MOST_RULES = 6;
    static final int MOST_FIELDS = 80;
    static final int MOST_SOURCES = 40;

    private static final int LONGEST = 200;

    static SurvivorshipForm posted(Map<String, String[]> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((key, values) -> {
            String value = values.length == 0 ? "" : values[0];
            String text = value.substring(0, Math.min(LONGEST, value.length())).strip();
            if (key.length() < 80 && CleanText.isStorable(text) && !text.isEmpty()) {
                typed.put(key, text);
            }
        });
        SurvivorshipForm form = of(new SurvivorshipForm(typed).content());
        form.typed().put("reason", typed.getOrDefault("reason", ""));
        return form;
    }

    static SurvivorshipForm of(Map<String, ? extends @Nullable Object> content) {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, "", content);
        return new SurvivorshipForm(typed);
    }

    private static void put(Map<String, String> typed, String at, @Nullable Object value) {
        String inner = at.isEmpty() ? "" : at + ".";
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> put(typed, inner + key, one));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                put(typed, inner + i, list.get(i));
            }
        } else if (value != null) {
            typed.put(at, value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
        }
    }

    String text(String key) {
        return typed.getOrDefault(key, "");
    }

    /** How many rows of a kind hold something. */
    int rows(String kind, int most) {
        int rows = 0;
        while (rows < most && has(kind + "." + rows)) {
            rows++;
        }
        return rows;
    }

    private boolean has(String row) {
        return typed.keySet().stream().anyMatch(key -> key.equals(row) || key.startsWith(row + "."));
    }

    /** The content that it stands for. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < MOST_FIELDS; i++) {
            String at = "fields." + i;
            List<String> rules = rules(at + ".rules");
            if (!text(at + ".field").isEmpty()) {
                fields.add(Map.of("field", text(at + ".field"), "rules", rules));
            }
        }
        content.put("fields", fields);
        content.put("otherwise", rules("otherwise"));
        List<Object> sources = new ArrayList<>();
        for (int i = 0; i < MOST_SOURCES; i++) {
            Map<String, Object> source = source("sources." + i);
            if (source.containsKey("trust")) {
                sources.add(source);
            }
        }
        content.put("sources", sources);
        return content;
    }

    private Map<String, Object> source(String at) {
        Map<String, Object> source = new LinkedHashMap<>();
        for (String part : List.of("source", "trust", "halfLifeDays")) {
            String text = text(at + "." + part);
            if (!text.isEmpty()) {
                source.put(part, part.equals("source") ? text : number(text));
            }
        }
        return source;
    }

    private List<String> rules(String at) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < MOST_RULES; i++) {
            if (!text(at + "." + i).isEmpty()) {
                rules.add(text(at + "." + i));
            }
        }
        return rules;
    }

    /** A number as such; what is none stays as it was typed, for the check to say so. */
    private static Object number(String text) {
        try {
            return text.length() > 30 ? text : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
