package org.mdmhub.web.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A segment as it is typed: its kind, and each of its settings as text. A map is typed a line a value, as {@code MADE =
 * M}.
 */
record TypedSegment(String kind, Map<String, String> settings) {

    static final int MOST = 12;

    private static final List<String> TEXTS =
            List.of("value", "length", "start", "alphabet", "field", "map", "digits", "zone", "algorithm");
    private static final String SCOPE = "scope";
    private static final String USUAL_CHECK = "ISO7064_MOD_11_10";

    /** The rows of a form, in order; a row without a kind ends it. */
    static List<TypedSegment> read(MultiValueMap<String, String> form) {
        List<TypedSegment> rows = new ArrayList<>();
        for (int i = 0; i < MOST && form.getFirst("kind." + i) != null; i++) {
            Map<String, String> settings = new LinkedHashMap<>();
            for (String name : TEXTS) {
                put(settings, name, form.getFirst(name + "." + i));
            }
            put(settings, SCOPE, String.join(",", form.getOrDefault(SCOPE + "." + i, List.of())));
            rows.add(new TypedSegment(plain(form.getFirst("kind." + i)), settings));
        }
        return rows;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        String text = plain(value);
        if (!text.isEmpty()) {
            settings.put(name, text);
        }
    }

    static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** The same of a segment that is saved. */
    static TypedSegment of(Map<String, Object> segment) {
        Map<String, String> settings = new LinkedHashMap<>();
        segment.forEach((name, value) -> settings.put(name, text(value)));
        String kind = String.valueOf(settings.remove("kind"));
        return new TypedSegment(kind, settings);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue())
                    .collect(Collectors.joining("\n"));
        }
        return String.valueOf(value);
    }

    String get(String setting) {
        return settings.getOrDefault(setting, "");
    }

    /** As the coding standard reads it: only what belongs to its kind. */
    Map<String, Object> wish() {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("kind", kind);
        for (String name : SegmentFields.settings(kind)) {
            String text = name.equals("algorithm") ? settings.getOrDefault(name, USUAL_CHECK) : get(name);
            if (!text.isEmpty()) {
                wish.put(name, value(name, text));
            }
        }
        return wish;
    }

    private static Object value(String name, String text) {
        return switch (name) {
            case "map" -> map(text);
            case SCOPE -> List.of(text.split(","));
            case "value", "alphabet" -> text.toUpperCase(java.util.Locale.ROOT);
            default -> text;
        };
    }

    private static Map<String, Object> map(String text) {
        Map<String, Object> map = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int at = line.lastIndexOf('=');
            String value = at < 0 ? line : line.substring(0, at).strip();
            map.put(value, at < 0 ? "" : line.substring(at + 1).strip());
        });
        return map;
    }

    /** What it is called where a counter is kept by it. */
    String name() {
        return kind.equals("FIELD") ? get("field") : kind;
    }
}
