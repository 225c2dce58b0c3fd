package org.mdmhub.category;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;

/**
 * What a category asks of its masters.
 *
 * @param key of the added attribute, begins with {@code x_}
 * @param unit of a number, empty for none
 * @param choices of a CHOICE
 * @param required whether a master without it is refused
 */
public record CategoryAttribute(
        String key, FieldKind kind, String label, String labelZh, String unit, List<String> choices, boolean required) {

    static CategoryAttribute of(Map<String, Object> content) {
        FieldValues values = FieldValues.of(content);
        String label = text(values, "label");
        String labelZh = text(values, "labelZh");
        return new CategoryAttribute(
                text(values, "key"),
                kind(text(values, "kind")),
                label.isEmpty() ? labelZh : label,
                labelZh.isEmpty() ? label : labelZh,
                text(values, "unit"),
                values.get("choices") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                Boolean.TRUE.equals(values.get("required")));
    }

    private static String text(FieldValues values, String key) {
        return Objects.requireNonNullElse(values.text(key), "").strip();
    }

    private static FieldKind kind(String name) {
        return switch (name) {
            case "NUMBER" -> FieldKind.NUMBER;
            case "INTEGER" -> FieldKind.INTEGER;
            case "FLAG" -> FieldKind.FLAG;
            case "DATE" -> FieldKind.DATE;
            case "CHOICE" -> FieldKind.CHOICE;
            default -> FieldKind.TEXT;
        };
    }

    /** With its unit, as 直径 (MM). */
    public String label(Locale locale) {
        String own = locale.getLanguage().equals("zh") ? labelZh : label;
        return unit.isEmpty() ? own : own + " (" + unit + ")";
    }

    /** A value as a name holds it. */
    static String written(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }
}
