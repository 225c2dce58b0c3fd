package org.mdmhub.calendar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** The entries of a setting that is read; says of each what is wrong with it. */
class Content {

    private static final int MAX_ITEMS = 400;
    private static final int MAX_TEXT = 200;

    private final FieldValues values;
    private final List<Finding> findings;

    Content(FieldValues values, Set<String> known, List<Finding> findings) {
        this.values = values;
        this.findings = findings;
        values.keys().stream().filter(key -> !known.contains(key)).forEach(key -> wrong(key, "unknownField"));
    }

    /** A text, empty where there is none. */
    final String text(String key, int most) {
        Object value = values.get(key);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            wrong(key, "type", "TEXT");
            return "";
        }
        if (text.codePointCount(0, text.length()) > most) {
            wrong(key, "length", String.valueOf(most));
        }
        return text.strip();
    }

    final void named() {
        if (text("name", MAX_TEXT).isEmpty() && text("nameZh", MAX_TEXT).isEmpty()) {
            wrong("name", "required");
        }
    }

    final List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)
                || list.size() > MAX_ITEMS
                || !list.stream().allMatch(String.class::isInstance)) {
            wrong(key, "type", "LIST");
            return List.of();
        }
        return list.stream().map(String.class::cast).toList();
    }

    final List<?> items(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MAX_ITEMS) {
            wrong(key, "type", "LIST");
            return List.of();
        }
        return list;
    }

    /** Codes of organisations that exist. */
    final List<String> units(String key, Organisations organisations) {
        List<String> units = texts(key);
        units.stream()
                .filter(unit -> organisations.find(unit).isEmpty())
                .forEach(unit -> wrong(key, "organisation", unit));
        return units;
    }

    final @Nullable Object get(String key) {
        return values.get(key);
    }

    final void wrong(String key, String code, String... args) {
        findings.add(Finding.error("/fields/" + key, code, args));
    }
}
