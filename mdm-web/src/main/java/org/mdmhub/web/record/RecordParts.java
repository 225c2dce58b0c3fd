package org.mdmhub.web.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.quality.PastedText;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** The values of a master, by field group and list, in the words of its reader. */
@Component
class RecordParts {

    private static final Set<FieldKind> COPIED =
            Set.of(FieldKind.IDENTIFIER, FieldKind.CODE, FieldKind.PHONE, FieldKind.EMAIL);
    private static final String INVOICE = "invoice";

    private final MasterTypes types;
    private final Labels labels;
    private final Values values;
    private final Texts texts;
    private final List<PastedText> pasted;

    RecordParts(MasterTypes types, Labels labels, Values values, Texts texts, List<PastedText> pasted) {
        this.types = types;
        this.labels = labels;
        this.values = values;
        this.texts = texts;
        this.pasted = pasted;
    }

    /**
     * The plain fields by group.
     *
     * @param named names of masters that the reader may see, by code
     */
    List<RecordSheet.Group> groups(String type, FieldValues present, Map<String, String> named) {
        Map<String, List<Field<MasterRecord>>> groups = types.fields(type).stream()
                .filter(field -> field.kind() != FieldKind.LIST)
                .collect(Collectors.groupingBy(Field::group, LinkedHashMap::new, Collectors.toList()));
        List<RecordSheet.Group> shown = new ArrayList<>();
        groups.forEach((group, fields) -> {
            List<RecordSheet.Part> parts = new ArrayList<>();
            List<RecordSheet.Part> empty = new ArrayList<>();
            fields.forEach(
                    field -> (present.get(field.key()) == null ? empty : parts).add(part(type, field, present, named)));
            String block = group.equals(INVOICE) ? block(type, present) : "";
            shown.add(new RecordSheet.Group(group, texts.or("group." + group, group), parts, empty, block));
        });
        return shown;
    }

    private RecordSheet.Part part(
            String type, Field<MasterRecord> field, FieldValues present, Map<String, String> named) {
        String key = field.key();
        Shown shown = values.shown(type, field, present.get(key));
        boolean names = field.kind() == FieldKind.MASTER && named.containsKey(shown.text());
        return new RecordSheet.Part(
                key,
                labels.field(type, key),
                names ? Shown.text(shown.text() + " " + named.get(shown.text())) : shown,
                COPIED.contains(field.kind()) ? shown.text() : "",
                names ? address(type, shown.text()) : null);
    }

    /** What one pastes to whoever writes the invoice. */
    private String block(String type, FieldValues present) {
        Map<String, String> facts = new LinkedHashMap<>();
        pasted.stream()
                .filter(block -> block.type().equals(type))
                .forEach(block -> facts.putAll(block.written(present)));
        return facts.size() < 2
                ? ""
                : facts.entrySet().stream()
                        .map(fact -> line(texts.of("pasted." + fact.getKey()), fact.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String line(String label, String value) {
        return texts.of("record.line", label, value);
    }

    /** The lists that hold something, blocks excepted: they stand where nobody overlooks them. */
    List<RecordSheet.Listed> lists(String type, FieldValues present, Map<String, String> named) {
        return types.fields(type).stream()
                .filter(field -> field.kind() == FieldKind.LIST && !field.key().equals(CommonFields.BLOCKS))
                .filter(field -> !present.list(field.key()).isEmpty())
                .map(field -> new RecordSheet.Listed(
                        field.key(), labels.field(type, field.key()), table(type, field, present, named)))
                .toList();
    }

    private Table table(String type, Field<MasterRecord> field, FieldValues present, Map<String, String> named) {
        List<Map<String, Object>> items = present.list(field.key());
        List<Field.Item> columns = field.items().stream()
                .filter(column -> items.stream().anyMatch(item -> item.get(column.key()) != null))
                .toList();
        return new Table(
                labels.field(type, field.key()),
                columns.stream()
                        .map(column -> labels.item(type, field.key(), column.key()))
                        .toList(),
                items.stream()
                        .map(item -> columns.stream()
                                .map(column -> cell(type, field, column, item, named))
                                .toList())
                        .toList());
    }

    private Cell cell(
            String type,
            Field<MasterRecord> field,
            Field.Item column,
            Map<String, Object> item,
            Map<String, String> named) {
        String text = text(type, field, column, item);
        if (column.kind() == FieldKind.MASTER && named.containsKey(text)) {
            return Cell.name(text + " " + named.get(text), address(type, text));
        }
        return switch (column.kind()) {
            case NUMBER, INTEGER -> Cell.number(text);
            case IDENTIFIER, CODE, PHONE, MASTER -> Cell.code(text, null);
            default -> Cell.text(text);
        };
    }

    /** One value of an item, in the words in which the whole item is shown. */
    String text(String type, Field<MasterRecord> field, Field.Item column, Map<String, Object> item) {
        Object value = item.get(column.key());
        if (value == null) {
            return "";
        }
        return values.shown(type, field, List.of(Map.of(column.key(), value))).items().stream()
                .flatMap(List::stream)
                .map(Shown.Pair::text)
                .findFirst()
                .orElse("");
    }

    static String address(String type, String code) {
        return org.springframework.web.util.UriComponentsBuilder.fromPath("/records/{type}/{code}")
                .buildAndExpand(type, code)
                .encode()
                .toUriString();
    }
}
