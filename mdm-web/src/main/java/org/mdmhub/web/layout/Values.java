package org.mdmhub.web.layout;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** Puts neutral values into words and figures of the reader's language. */
@Component
public class Values {

    private static final int DECIMALS = 6;
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");

    private final MasterTypes types;
    private final Labels labels;
    private final Texts texts;

    Values(MasterTypes types, Labels labels, Texts texts) {
        this.types = types;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * One line of a diff. Of a list each side shows only the items that differ from the other side.
     *
     * @param key of the field
     */
    public record Change(String key, String label, Shown before, Shown after) {}

    /** Changes as lines of a diff, in the order of a form. */
    public List<Change> changes(String type, List<FieldChange> changes) {
        Map<String, Field<MasterRecord>> fields = new LinkedHashMap<>();
        types.fields(type).forEach(field -> fields.put(field.key(), field));
        List<String> order = List.copyOf(fields.keySet());
        return changes.stream()
                .sorted(Comparator.comparingInt(change -> order.indexOf(change.field())))
                .map(change -> new Change(
                        change.field(),
                        labels.field(type, change.field()),
                        shown(type, fields.get(change.field()), change.before(), change.after()),
                        shown(type, fields.get(change.field()), change.after(), change.before())))
                .toList();
    }

    /** A value as it stands. */
    public Shown shown(String type, Field<MasterRecord> field, @Nullable Object value) {
        return shown(type, field, value, null);
    }

    /** A value of the field with this key as it stands. */
    public Shown shown(String type, String key, @Nullable Object value) {
        return types.fields(type).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> shown(type, field, value))
                .orElse(Shown.NOTHING);
    }

    private Shown shown(
            String type, @Nullable Field<MasterRecord> field, @Nullable Object value, @Nullable Object other) {
        if (value == null) {
            return Shown.NOTHING;
        }
        if (field == null || field.kind() != FieldKind.LIST || !(value instanceof List<?> items)) {
            return Shown.text(
                    text(field == null ? FieldKind.TEXT : field.kind(), field == null ? "" : field.key(), value));
        }
        List<?> same = other instanceof List<?> others ? others : List.of();
        return new Shown(
                "",
                items.stream()
                        .filter(item -> !same.contains(item))
                        .map(item -> pairs(type, field, item))
                        .toList());
    }

    /** What a closed draft asked for may be of any shape. */
    private List<Shown.Pair> pairs(String type, Field<MasterRecord> field, @Nullable Object item) {
        return item instanceof Map<?, ?> parts
                ? pairs(type, field, parts)
                : List.of(new Shown.Pair("", String.valueOf(item)));
    }

    private List<Shown.Pair> pairs(String type, Field<MasterRecord> field, Map<?, ?> item) {
        List<Shown.Pair> pairs = new ArrayList<>();
        for (Field.Item part : field.items()) {
            Object value = item.get(part.key());
            if (value != null) {
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
        String text = Objects.toString(value);
        return switch (kind) {
            case CHOICE -> texts.or("choice." + key + "." + text, text);
            case COUNTRY -> country(text);
            case ORGANISATION -> labels.organisation(text);
            default -> text;
        };
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
