package org.mdmhub.coding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;

/** Reads the settings of a segment or of a scheme, and notes what is wrong with them instead of stopping at the first. */
final class Settings {

    private static final int MOST_TEXTS = 500;

    private final Map<String, Object> raw;
    private final String pointer;
    private final List<Finding> findings;
    private final Set<String> read = new LinkedHashSet<>();

    Settings(Map<String, Object> raw, String pointer, List<Finding> findings) {
        this.raw = raw;
        this.pointer = pointer;
        this.findings = findings;
    }

    boolean has(String key) {
        return raw.get(key) != null;
    }

    String text(String key, @Nullable String otherwise) {
        read.add(key);
        Object value = raw.get(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        wrong(key, value == null ? "required" : "type", "TEXT");
        return "";
    }

    /** A whole number within bounds; {@code otherwise} where there is none. */
    long number(String key, long from, long to, @Nullable Long otherwise) {
        read.add(key);
        Object value = raw.get(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value instanceof Number || value instanceof String) {
            try {
                long number = new BigDecimal(String.valueOf(value)).longValueExact();
                if (number >= from && number <= to) {
                    return number;
                }
            } catch (ArithmeticException | NumberFormatException e) {
                wrong(key, "type", "INTEGER");
                return from;
            }
        }
        wrong(key, value == null ? "required" : "schemeRange", String.valueOf(from), String.valueOf(to));
        return from;
    }

    boolean flag(String key) {
        read.add(key);
        Object value = raw.get(key);
        if (value != null && !(value instanceof Boolean)) {
            wrong(key, "type", "FLAG");
        }
        return Boolean.TRUE.equals(value);
    }

    /** A list of words; a single one may stand without a list. */
    List<String> words(String key) {
        read.add(key);
        Object value = raw.get(key);
        if (value == null) {
            return List.of();
        }
        List<?> given = value instanceof List<?> list ? list : List.of(value);
        if (!given.stream().allMatch(String.class::isInstance)) {
            wrong(key, "type", "LIST");
            return List.of();
        }
        return given.stream().map(String.class::cast).toList();
    }

    /** Values and the text that stands for each. */
    Map<String, String> texts(String key) {
        read.add(key);
        Object value = raw.get(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value == null) {
            return texts;
        }
        if (!(value instanceof Map<?, ?> map) || map.size() > MOST_TEXTS) {
            wrong(key, "type", "LIST");
            return texts;
        }
        map.forEach((from, to) -> {
            if (to instanceof String text && CodePattern.WRITABLE.matcher(text).matches()) {
                texts.put(String.valueOf(from), text);
            } else {
                wrong(key, "schemeText", String.valueOf(to));
            }
        });
        return texts;
    }

    /** Parts that are settings of their own. */
    List<Settings> parts(String key) {
        read.add(key);
        Object value = raw.get(key);
        List<Settings> parts = new ArrayList<>();
        if (value == null) {
            return parts;
        }
        if (!(value instanceof List<?> list)) {
            wrong(key, "type", "LIST");
            return parts;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = pointer + "/" + key + "/" + i;
            if (list.get(i) instanceof Map<?, ?> map) {
                parts.add(new Settings(named(map), place, findings));
            } else {
                findings.add(Finding.error(place, "type", "LIST"));
            }
        }
        return parts;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                named.put(String.valueOf(key), value);
            }
        });
        return named;
    }

    /** The part under a key, null where there is none. */
    @Nullable
    Settings part(String key) {
        read.add(key);
        Object value = raw.get(key);
        if (value instanceof Map<?, ?> map) {
            return new Settings(named(map), pointer + "/" + key, findings);
        }
        if (value != null) {
            wrong(key, "type", "TEXT");
        }
        return null;
    }

    void wrong(String key, String code, String... args) {
        findings.add(Finding.error(key.isEmpty() ? pointer : pointer + "/" + key, code, args));
    }

    /** Whatever was not asked for is a mistake of who wrote it. */
    void nothingElse() {
        raw.keySet().stream().filter(key -> !read.contains(key)).forEach(key -> wrong(key, "unknownField", key));
    }
}
