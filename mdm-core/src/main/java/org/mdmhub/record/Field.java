package org.mdmhub.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a master type, described once: forms, lists, diffs, merges, mappings, imports, exports and history know
 * fields only through this.
 *
 * @param <R> what the field belongs to
 * @param key name outside the program
 * @param kind what it holds
 * @param group field group, which has a responsible role
 * @param together fields with the same mark only make sense together; null stands alone
 * @param masked only for eyes that need it
 * @param choices values of a {@link FieldKind#CHOICE}
 * @param items fields of the items of a {@link FieldKind#LIST}
 * @param codes the code table from which its values come, null for none
 * @param get reads the neutral value, null where there is none
 * @param set writes the neutral value, null clears
 */
public record Field<R>(
        String key,
        FieldKind kind,
        String group,
        @Nullable String together,
        boolean masked,
        List<String> choices,
        List<Item> items,
        @Nullable CodeList codes,
        Get<R> get,
        Set<R> set) {

    public Field(
            String key,
            FieldKind kind,
            String group,
            @Nullable String together,
            boolean masked,
            List<String> choices,
            List<Item> items,
            Get<R> get,
            Set<R> set) {
        this(key, kind, group, together, masked, choices, items, CodeList.of(kind), get, set);
    }

    /** Text is at most this many code points. */
    public static final int MAX_TEXT = 300;

    /** Reads a neutral value. */
    public interface Get<R> {
        @Nullable
        Object from(R record);
    }

    /** Writes a neutral value. */
    public interface Set<R> {
        void to(R record, @Nullable Object value);
    }

    /**
     * A field of a list's items.
     *
     * @param masked only for eyes that need it
     * @param codes the code table from which its values come, null for none
     */
    public record Item(
            String key,
            FieldKind kind,
            List<String> choices,
            boolean masked,
            @Nullable CodeList codes) {

        public Item(String key, FieldKind kind, List<String> choices, boolean masked) {
            this(key, kind, choices, masked, CodeList.of(kind));
        }

        public static Item of(String key, FieldKind kind) {
            return new Item(key, kind, List.of(), false);
        }

        public static Item choice(String key, String... choices) {
            return new Item(key, FieldKind.CHOICE, List.of(choices), false);
        }

        public Item mask() {
            return new Item(key, kind, choices, true, codes);
        }

        public Item from(CodeList list) {
            return new Item(key, kind, choices, masked, list);
        }

        public static List<Item> texts(String... keys) {
            return java.util.Arrays.stream(keys)
                    .map(key -> of(key, FieldKind.TEXT))
                    .toList();
        }
    }

    /** A field whose column holds text. */
    public static <R> Field<R> text(String key, FieldKind kind, TextGet<R> get, TextSet<R> set) {
        return plain(key, kind, get::from, (record, value) -> set.to(record, (String) value));
    }

    public static <R> Field<R> text(String key, TextGet<R> get, TextSet<R> set) {
        return text(key, FieldKind.TEXT, get, set);
    }

    public static <R> Field<R> choice(String key, List<String> choices, TextGet<R> get, TextSet<R> set) {
        return new Field<>(
                key,
                FieldKind.CHOICE,
                "",
                null,
                false,
                choices,
                List.of(),
                get::from,
                (record, value) -> set.to(record, (String) value));
    }

    public static <R> Field<R> number(String key, ValueGet<R, BigDecimal> get, ValueSet<R, BigDecimal> set) {
        return plain(
                key,
                FieldKind.NUMBER,
                record -> {
                    BigDecimal value = get.from(record);
                    return value == null ? null : FieldKind.NUMBER.neutral(value);
                },
                (record, value) -> set.to(record, (BigDecimal) value));
    }

    public static <R> Field<R> integer(String key, ValueGet<R, Integer> get, ValueSet<R, Integer> set) {
        return plain(
                key,
                FieldKind.INTEGER,
                record -> {
                    Integer value = get.from(record);
                    return value == null ? null : BigDecimal.valueOf(value);
                },
                (record, value) -> set.to(record, value == null ? null : ((BigDecimal) value).intValueExact()));
    }

    public static <R> Field<R> flag(String key, ValueGet<R, Boolean> get, ValueSet<R, Boolean> set) {
        return plain(key, FieldKind.FLAG, get::from, (record, value) -> set.to(record, (Boolean) value));
    }

    public static <R> Field<R> date(String key, ValueGet<R, LocalDate> get, ValueSet<R, LocalDate> set) {
        return plain(
                key,
                FieldKind.DATE,
                record -> {
                    LocalDate value = get.from(record);
                    return value == null ? null : value.toString();
                },
                (record, value) -> set.to(record, value == null ? null : LocalDate.parse((String) value)));
    }

    /** A list; its column is never null. */
    public static <R> Field<R> list(String key, List<Item> items, ListGet<R> get, ListSet<R> set) {
        return new Field<>(
                key,
                FieldKind.LIST,
                "lists",
                key,
                false,
                List.of(),
                items,
                record -> {
                    List<Map<String, Object>> value = get.from(record);
                    return value.isEmpty() ? null : ListItems.neutral(items, value);
                },
                (record, value) -> set.to(record, value == null ? List.of() : ListItems.cast(value)));
    }

    private static <R> Field<R> plain(String key, FieldKind kind, Get<R> get, Set<R> set) {
        return new Field<>(key, kind, "", null, false, List.of(), List.of(), get, set);
    }

    public Field<R> in(String newGroup) {
        return new Field<>(key, kind, newGroup, together, masked, choices, items, codes, get, set);
    }

    public Field<R> together(String mark) {
        return new Field<>(key, kind, group, mark, masked, choices, items, codes, get, set);
    }

    public Field<R> mask() {
        return new Field<>(key, kind, group, together, true, choices, items, codes, get, set);
    }

    /** Its values come from a code table; others are taken too, unless a rule says otherwise. */
    public Field<R> from(CodeList list) {
        return new Field<>(key, kind, group, together, masked, choices, items, list, get, set);
    }

    public Field<R> from(String table) {
        return from(CodeList.of(table));
    }

    /** Reads a text column. */
    public interface TextGet<R> {
        @Nullable
        String from(R record);
    }

    /** Writes a text column. */
    public interface TextSet<R> {
        void to(R record, @Nullable String value);
    }

    /** Reads a column of another type. */
    public interface ValueGet<R, V> {
        @Nullable
        V from(R record);
    }

    /** Writes a column of another type. */
    public interface ValueSet<R, V> {
        void to(R record, @Nullable V value);
    }

    /** Reads a list column. */
    public interface ListGet<R> {
        List<Map<String, Object>> from(R record);
    }

    /** Writes a list column. */
    public interface ListSet<R> {
        void to(R record, List<Map<String, Object>> value);
    }
}
