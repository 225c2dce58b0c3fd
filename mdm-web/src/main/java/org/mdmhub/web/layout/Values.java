package org.mdmhub.web.layout;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Changes as lines of a diff, in their order. */
    public List<Change> changes(String type, List<FieldChange> changes) {
        Map<String, Field<MasterRecord>> fields = fields(type);
        return changes.stream()
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

    private Shown shown(
            String type, @Nullable Field<MasterRecord> field, @Nullable Object value, @Nullable Object other) {
        if (value == null) {
            return Shown.NOTHING;
        }
        if (field == null || !(value instanceof List<?>)) {
            return Shown.text(
                    text(field == null ? FieldKind.TEXT : field.kind(), field == null ? "" : field.key(), value));
        }
        List<?> same = other instanceof List<?> items ? items : List.of();
        return new Shown(
                "",
                ListItems.cast(value).stream()
                        .filter(item -> !same.contains(item))
                        .map(item -> pairs(type, field, item))
                        .toList());
    }

    private List<Shown.Pair> pairs(String type, Field<MasterRecord> field, Map<String, Object> item) {
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
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return texts.of(flag ? "flag.yes" : "flag.no");
        }
        String text = Objects.toString(value);
        return switch (kind) {
            case CHOICE -> texts.or("choice." + key + "." + text, text);
            case ORGANISATION -> labels.organisation(text);
            default -> text;
        };
    }

    private static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Labels.locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    private Map<String, Field<MasterRecord>> fields(String type) {
        return types.fields(type).stream().collect(Collectors.toMap(Field::key, Function.identity()));
    }
}
