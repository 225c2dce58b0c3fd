package org.mdmhub.web.ask;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;

/** Turns the texts of a form into the raw values that the gate reads, and values into texts. */
public final class RawFields {

    private RawFields() {}

    /**
     * Values by key of the fields that the form shows; null where its input is empty. What is no number stays a text, so
     * that the gate names it and a draft keeps it as it was typed.
     */
    static Map<String, @Nullable Object> of(List<Field<MasterRecord>> fields, Typed typed) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            if (field.kind() == FieldKind.LIST) {
                if (typed.hasList(field.key())) {
                    List<Map<String, Object>> items = items(field, typed);
                    raw.put(field.key(), items.isEmpty() ? null : items);
                }
            } else if (typed.has(field.key())) {
                raw.put(field.key(), value(field.kind(), typed.text(field.key())));
            }
        }
        return raw;
    }

    private static List<Map<String, Object>> items(Field<MasterRecord> field, Typed typed) {
        return filledRows(field, typed).stream()
                .map(row -> item(field, typed, row))
                .toList();
    }

    /** Numbers of the rows that hold something, in the order of the items that they become. */
    static List<Integer> filledRows(Field<MasterRecord> field, Typed typed) {
        return typed.rows(field.key()).stream()
                .filter(row -> field.items().stream()
                        .anyMatch(part -> !typed.text(Typed.name(field.key(), row, part.key()))
                                .isBlank()))
                .toList();
    }

    private static Map<String, Object> item(Field<MasterRecord> field, Typed typed, int row) {
        Map<String, Object> item = new LinkedHashMap<>();
        String id = typed.text(Typed.name(field.key(), row, ListItems.ID));
        if (!id.isBlank()) {
            item.put(ListItems.ID, id);
        }
        for (Field.Item part : field.items()) {
            Object value = value(part.kind(), typed.text(Typed.name(field.key(), row, part.key())));
            if (value != null) {
                item.put(part.key(), value);
            }
        }
        return item;
    }

    /** What was typed for a field of this kind, as the gate reads it; null where nothing was. */
    public static @Nullable Object value(FieldKind kind, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (kind) {
            case NUMBER, INTEGER -> number(text);
            case FLAG -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            default -> text;
        };
    }

    /** With or without separators of thousands, in full width or not. */
    private static Object number(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("(?<=\\d)[, ](?=\\d{3})", "");
        try {
            return plain.length() > 60 ? text : new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** The form that shows these values, for all of the fields. */
    static Typed typed(List<Field<MasterRecord>> fields, Map<String, ? extends @Nullable Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            Object value = values.get(field.key());
            if (field.kind() == FieldKind.LIST) {
                rows(field, value instanceof List<?> items ? items : List.of(), texts);
            } else {
                texts.put(field.key(), text(value));
            }
        }
        Typed typed = new Typed(texts);
        for (Field<MasterRecord> field : fields) {
            typed = field.kind() == FieldKind.LIST ? typed.showing(field.key()) : typed;
        }
        return typed;
    }

    private static void rows(Field<MasterRecord> field, List<?> items, Map<String, String> texts) {
        List<Map<?, ?>> readable = new ArrayList<>();
        items.forEach(item -> {
            if (item instanceof Map<?, ?> parts) {
                readable.add(parts);
            }
        });
        for (int row = 0; row < readable.size(); row++) {
            Map<?, ?> item = readable.get(row);
            texts.put(Typed.name(field.key(), row, ListItems.ID), text(item.get(ListItems.ID)));
            for (Field.Item part : field.items()) {
                texts.put(Typed.name(field.key(), row, part.key()), text(item.get(part.key())));
            }
        }
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
