package org.mdmhub.web.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;

/**
 * What the form of one kind of master shows and where, as {@code forms/TYPE.properties} describes it. A kind without such
 * a file has a form all the same.
 */
final class FormPlan {

    private static final int FIRST = 9;
    private static final String DEFAULT = "default.";

    private final Properties said;

    FormPlan(Properties said) {
        this.said = said;
    }

    /** The choice that decides which fields are shown, null where there is none. */
    @Nullable
    String by() {
        return said.getProperty("by");
    }

    /** What an empty form begins with. */
    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        said.stringPropertyNames().stream()
                .filter(key -> key.startsWith(DEFAULT))
                .forEach(key -> defaults.put(key.substring(DEFAULT.length()), said.getProperty(key)));
        return defaults;
    }

    /** Keys of the fields that are typed first. */
    List<String> first(String group, List<Field<MasterRecord>> fields) {
        List<String> first = words("first", group);
        return first.isEmpty()
                ? fields.stream()
                        .filter(field -> field.kind() != FieldKind.LIST)
                        .limit(FIRST)
                        .map(Field::key)
                        .toList()
                : first;
    }

    /** Whether a form of that group shows a field without a value. Blocks have a form of their own. */
    boolean shows(String group, String field) {
        return !field.equals(CommonFields.BLOCKS) && !words("without", group).contains(field);
    }

    /** Whether an existing record keeps its value where another one is typed for something that turns out to be it. */
    boolean keeps(String field) {
        return words("keeps", "").contains(field);
    }

    /** How wide a field is: full, half or third. */
    String width(String field, FieldKind kind) {
        for (String width : List.of("full", "half", "third")) {
            if (words(width, "").contains(field)) {
                return width;
            }
        }
        return SHORT.contains(kind) ? "third" : "half";
    }

    private static final Set<FieldKind> SHORT = Set.of(
            FieldKind.CURRENCY,
            FieldKind.UNIT,
            FieldKind.NUMBER,
            FieldKind.INTEGER,
            FieldKind.FLAG,
            FieldKind.DATE,
            FieldKind.CODE);

    private List<String> words(String what, String group) {
        String text = said.getProperty(what + "." + group, said.getProperty(what, ""));
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
