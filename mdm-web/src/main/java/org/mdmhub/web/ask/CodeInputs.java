package org.mdmhub.web.ask;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CodeList;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeBook.Part;
import org.mdmhub.reference.CodeTable.StoredAs;
import org.mdmhub.reference.CodeTables;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Inputs whose values come from code tables: shown with their names, understood by code or by name. */
@Component
class CodeInputs {

    private final CodeTables tables;

    CodeInputs(CodeTables tables) {
        this.tables = tables;
    }

    /** A value as its input shows it: the code with its name; what stands in no table stays as it is. */
    String shown(@Nullable CodeList list, String value) {
        CodeBook book = list == null || value.isEmpty()
                ? null
                : tables.find(list.table()).orElse(null);
        if (book == null || book.table().storedAs() == StoredAs.NAME) {
            return value;
        }
        return book.find(value).map(this::label).orElse(value);
    }

    /** What a value was taken for where it was written otherwise, by key. */
    Map<String, String> differing(List<Field<MasterRecord>> fields, State state) {
        Map<String, String> differing = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            String typed = state.typed().text(field.key()).strip();
            if (field.codes() != null
                    && state.asked().fields().get(field.key()) instanceof String meant
                    && !typed.equalsIgnoreCase(meant)
                    && !typed.equals(shown(field.codes(), meant))) {
                differing.put(field.key(), shown(field.codes(), meant));
            }
        }
        return differing;
    }

    private String label(Code code) {
        return code.code() + " " + code.name(LocaleContextHolder.getLocale());
    }

    /** With codes in place of what means them; what the record holds already is never taken for something else. */
    Map<String, @Nullable Object> understood(
            List<Field<MasterRecord>> fields, Map<String, @Nullable Object> raw, FieldValues base) {
        Map<String, @Nullable Object> understood = new LinkedHashMap<>(raw);
        for (Field<MasterRecord> field : fields) {
            Object value = understood.get(field.key());
            if (field.kind() == FieldKind.LIST && value instanceof List<?> items) {
                understood.put(field.key(), items(field, items, base.list(field.key())));
            } else if (value != null) {
                understood.put(field.key(), meant(field.codes(), value, base.get(field.key()), understood));
            }
        }
        return understood;
    }

    private List<Object> items(Field<MasterRecord> field, List<?> items, List<Map<String, Object>> base) {
        List<Object> understood = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> parts)) {
                understood.add(item);
                continue;
            }
            Map<String, @Nullable Object> now = new LinkedHashMap<>();
            parts.forEach((key, value) -> now.put(String.valueOf(key), value));
            Map<String, Object> before = base.stream()
                    .filter(one -> Objects.equals(one.get(ListItems.ID), now.get(ListItems.ID)))
                    .findFirst()
                    .orElse(Map.of());
            for (Field.Item part : field.items()) {
                Object value = now.get(part.key());
                if (value != null) {
                    now.put(part.key(), meant(part.codes(), value, before.get(part.key()), now));
                }
            }
            understood.add(now);
        }
        return understood;
    }

    private Object meant(
            @Nullable CodeList list, Object typed, @Nullable Object now, Map<String, @Nullable Object> beside) {
        CodeBook book = list == null ? null : tables.find(list.table()).orElse(null);
        if (list == null || book == null || !(typed instanceof String text) || typed.equals(now)) {
            return typed;
        }
        String above = list.within().isEmpty() ? "" : Objects.toString(beside.get(list.within()), "");
        return book.meant(text, part(book, list, above)).map(book::stored).orElse(text);
    }

    private static Part part(CodeBook book, CodeList list, String above) {
        Set<String> parents = above.isEmpty() ? null : book.standingFor(above, list.level() - 1);
        return new Part(list.level(), parents, LocalDate.now(ZoneId.systemDefault()));
    }
}
