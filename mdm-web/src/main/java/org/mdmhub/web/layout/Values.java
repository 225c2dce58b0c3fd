package org.mdmhub.web.layout;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** Puts neutral values into words and figures of the reader's language. */
@Component
public class Values {

    private static final int DECIMALS = 6;
    private static final Set<FieldKind> PROSE = EnumSet.of(
            FieldKind.TEXT, FieldKind.IDENTIFIER, FieldKind.CODE, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.MASTER);
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");

    private final MasterTypes types;
    private final Labels labels;
    private final Texts texts;
    private final Differing differing;
    private final SettingWords settings;

    Values(MasterTypes types, Labels labels, Texts texts, Differing differing, SettingWords settings) {
        this.types = types;
        this.labels = labels;
        this.texts = texts;
        this.differing = differing;
        this.settings = settings;
    }

    /**
     * One field of a diff.
     *
     * @param key of the field
     * @param entries the value on both sides; of a list each item that differs, paired by id
     */
    public record Change(String key, String label, List<Differing.Entry> entries) {}

    /** Changes as lines of a diff, in the order of a form. */
    public List<Change> changes(String type, List<FieldChange> changes) {
        Map<String, Field<MasterRecord>> fields = new LinkedHashMap<>();
        types.fields(type).forEach(field -> fields.put(field.key(), field));
        List<String> order = List.copyOf(fields.keySet());
        boolean setting = types.find(type).isEmpty();
        return changes.stream()
                .map(change -> setting ? settings.told(change) : change)
                .sorted(Comparator.comparingInt(change -> order.indexOf(change.field())))
                .map(change -> new Change(
                        change.field(),
                        labels.field(type, change.field()),
                        entries(type, fields.getOrDefault(change.field(), loose(change)), change)))
                .toList();
    }

    /** A list of a setting, which nobody describes: its items have the parts that they have. Null for anything else. */
    private static @Nullable Field<MasterRecord> loose(FieldChange change) {
        Set<String> parts = new LinkedHashSet<>();
        for (Object side : Arrays.asList(change.before(), change.after())) {
            if (side instanceof List<?> items) {
                items.forEach(item -> {
                    if (item instanceof Map<?, ?> map) {
                        map.keySet().forEach(part -> parts.add(String.valueOf(part)));
                    }
                });
            }
        }
        List<Field.Item> items =
                parts.stream().map(part -> Field.Item.choice(part)).toList();
        return parts.isEmpty() ? null : Field.list(change.field(), items, record -> List.of(), (record, value) -> {});
    }

    private List<Differing.Entry> entries(String type, @Nullable Field<MasterRecord> field, FieldChange change) {
        Object before = change.before();
        Object after = change.after();
        if (field == null || field.kind() != FieldKind.LIST || !(before instanceof List || after instanceof List)) {
            boolean prose = field == null || PROSE.contains(field.kind());
            return List.of(differing.value(plain(type, field, before), plain(type, field, after), prose));
        }
        Map<Object, Object> old = items(before);
        Map<Object, Object> now = items(after);
        Set<Object> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(now.keySet());
        List<Differing.Entry> entries = ids.stream()
                .filter(id -> !Objects.equals(old.get(id), now.get(id)))
                .map(id -> differing.item(pairs(type, field, old.get(id)), pairs(type, field, now.get(id))))
                .toList();
        return entries.isEmpty() ? moved(type, field, List.copyOf(old.values()), List.copyOf(now.values())) : entries;
    }

    /** The same items in another order: place by place. */
    private List<Differing.Entry> moved(String type, Field<MasterRecord> field, List<Object> old, List<Object> now) {
        return IntStream.range(0, now.size())
                .filter(place -> !old.get(place).equals(now.get(place)))
                .mapToObj(
                        place -> differing.item(pairs(type, field, old.get(place)), pairs(type, field, now.get(place))))
                .toList();
    }

    private String plain(String type, @Nullable Field<MasterRecord> field, @Nullable Object value) {
        return value == null ? "" : shown(type, field, value).text();
    }

    /** Items by id; one that has none stands for itself. */
    private static Map<Object, Object> items(@Nullable Object list) {
        Map<Object, Object> items = new LinkedHashMap<>();
        if (list instanceof List<?> all) {
            all.forEach(item -> items.put(id(item), Objects.requireNonNullElse(item, "")));
        }
        return items;
    }

    private static Object id(@Nullable Object item) {
        Object id = item instanceof Map<?, ?> parts ? parts.get(ListItems.ID) : null;
        return id == null ? String.valueOf(item) : id;
    }

    /** A value as it stands; a field that nobody knows is text. */
    public Shown shown(String type, @Nullable Field<MasterRecord> field, @Nullable Object value) {
        if (value == null) {
            return Shown.NOTHING;
        }
        if (field == null || field.kind() != FieldKind.LIST || !(value instanceof List<?> items)) {
            return Shown.text(
                    text(field == null ? FieldKind.TEXT : field.kind(), field == null ? "" : field.key(), value));
        }
        return new Shown(
                "", items.stream().map(item -> pairs(type, field, item)).toList());
    }

    /** A value of the field with this key as it stands. */
    public Shown shown(String type, String key, @Nullable Object value) {
        return types.fields(type).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> shown(type, field, value))
                .orElse(Shown.NOTHING);
    }

    /** What a closed draft asked for may be of any shape. */
    private List<Shown.Pair> pairs(String type, Field<MasterRecord> field, @Nullable Object item) {
        if (item == null) {
            return List.of();
        }
        return item instanceof Map<?, ?> parts
                ? pairs(type, field, parts)
                : List.of(new Shown.Pair("", String.valueOf(item)));
    }

    private List<Shown.Pair> pairs(String type, Field<MasterRecord> field, Map<?, ?> item) {
        List<Shown.Pair> pairs = new ArrayList<>();
        for (Field.Item part : field.items()) {
            Object value = item.get(part.key());
            if (value != null && !said(value).isEmpty()) {
                pairs.add(new Shown.Pair(
                        labels.item(type, field.key(), part.key()), text(part.kind(), part.key(), value)));
            }
        }
        return pairs;
    }

    private String text(FieldKind kind, String key, Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return texts.of(flag ? "flag.yes" : "flag.no");
        }
        String text = said(value);
        return switch (kind) {
            case CHOICE -> texts.or("choice." + key + "." + text, text);
            case COUNTRY -> country(text);
            case ORGANISATION -> labels.organisation(text);
            default -> text;
        };
    }

    /** What lies in one another in a setting is told in one line. */
    private static String said(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Values::said).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + said(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return Objects.toString(value, "");
    }

    private String country(String code) {
        return REGION.matcher(code).matches()
                ? texts.of("place.region", texts.or("country." + code, region(code)), code)
                : code;
    }

    private static String region(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Labels.locale());
    }

    private static String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(Labels.locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }
}
