package org.mdmhub.web.mass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/**
 * What is to be changed in which list, as it stands in the form.
 *
 * @param filter the list, as its address says it
 * @param rows of the form: a field or a part of a list, its present value, its new one
 */
record MassForm(String type, Map<String, String> filter, Map<String, String> rows) {

    static final int ROWS = 3;

    private static final int LONGEST = 300;
    private static final Map<String, String> NAMES =
            Map.of("q", "q", "status", "status", "unit", "orgUnit", "since", "updatedSince");

    static MassForm of(String type, Map<String, String> params) {
        Map<String, String> filter = new LinkedHashMap<>();
        Map<String, String> rows = new LinkedHashMap<>();
        params.forEach((name, typed) -> {
            String value = typed.substring(0, Math.min(LONGEST, typed.length())).strip();
            if (value.isEmpty() || name.length() > LONGEST || !CleanText.isStorable(value)) {
                return;
            }
            if (NAMES.containsKey(name)) {
                filter.put(name, value);
            } else if (name.startsWith("f.")) {
                filter.put(name, value);
            } else if (name.matches("(field|was|now)[0-2]")) {
                rows.put(name, value);
            }
        });
        return new MassForm(type, filter, rows);
    }

    /** What stands in that part of the form, empty for nothing. */
    public String row(String name) {
        return rows.getOrDefault(name, "");
    }

    /** The same list as REST names it. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        filter.forEach((name, value) ->
                asked.put(name.startsWith("f.") ? name.substring(2) : String.valueOf(NAMES.get(name)), value));
        return asked;
    }

    /** Path to value; an empty value clears. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < ROWS; i++) {
            String field = row("field" + i);
            String was = row("was" + i);
            String now = row("now" + i);
            int dot = field.indexOf('.');
            if (!field.isEmpty()) {
                String path = dot < 0
                        ? field
                        : field.substring(0, dot) + "["
                                + (was.isEmpty() ? "" : field.substring(dot + 1) + "=" + was.replace("]", "")) + "]"
                                + field.substring(dot);
                fields.put(path, now.isEmpty() ? null : now);
            }
        }
        return fields;
    }
}
