package org.mdmhub.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/**
 * A form plan as a screen sends it: fields as text, one a line, by their key or by what they are called. Rows without
 * fields are as if they were not there.
 */
record PlanForm(
        @Nullable List<SectionRow> sections,
        @Nullable List<LookRow> looks,
        @Nullable List<ConditionRow> conditions,
        @Nullable Integer base,
        @Nullable String reason) {

    private static final int MOST_LINES = 200;

    /** A section. */
    record SectionRow(
            @Nullable String key,
            @Nullable String label,
            @Nullable String labelZh,
            @Nullable List<String> groups,
            @Nullable String fields) {

        Map<String, Object> content(FieldNames names, int place) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("key", clean(key).isEmpty() ? "section" + place : clean(key));
            content.put("label", clean(label));
            content.put("labelZh", clean(labelZh));
            content.put("groups", all(groups));
            content.put("fields", names.keys(lines(fields)));
            return content;
        }
    }

    /** What one field is called, and its width. */
    record LookRow(
            @Nullable String field,
            @Nullable String width,
            @Nullable String label,
            @Nullable String labelZh) {

        boolean says() {
            return !(clean(width) + clean(label) + clean(labelZh)).isEmpty();
        }

        Map<String, Object> content() {
            return new LinkedHashMap<>(Map.of(
                    "field", clean(field), "width", clean(width), "label", clean(label), "labelZh", clean(labelZh)));
        }
    }

    /** How some fields are treated, and when. */
    record ConditionRow(
            @Nullable String is,
            @Nullable String fields,
            @Nullable List<String> groups,
            @Nullable String categories,
            @Nullable List<String> roles,
            @Nullable String state) {

        Map<String, Object> content(FieldNames names) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("is", clean(is));
            content.put("fields", names.keys(lines(fields)));
            content.put("groups", all(groups));
            content.put("categories", lines(categories));
            content.put("roles", all(roles));
            content.put("state", clean(state));
            return content;
        }
    }

    /** The content of the setting: what stands on the screen, and what it does not show as it was. */
    Map<String, @Nullable Object> content(Map<String, Object> before, FieldNames names) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(before);
        List<Object> planned = new ArrayList<>();
        for (SectionRow row : all(sections)) {
            if (!lines(row.fields()).isEmpty()) {
                planned.add(row.content(names, planned.size()));
            }
        }
        content.put("sections", planned);
        content.put(
                "fields",
                all(looks).stream().filter(LookRow::says).map(LookRow::content).toList());
        content.put(
                "conditions",
                all(conditions).stream()
                        .filter(row -> !lines(row.fields()).isEmpty())
                        .map(row -> row.content(names))
                        .toList());
        return content;
    }

    String said() {
        return clean(reason);
    }

    private static String clean(@Nullable String text) {
        return text == null || !CleanText.isWellFormed(text) ? "" : CleanText.clean(text);
    }

    private static <T> List<T> all(@Nullable List<T> rows) {
        return rows == null
                ? List.of()
                : rows.stream().filter(java.util.Objects::nonNull).toList();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(PlanForm::clean)
                        .filter(line -> !line.isEmpty())
                        .limit(MOST_LINES)
                        .toList();
    }
}
