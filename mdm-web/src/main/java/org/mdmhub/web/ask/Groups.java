package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.form.Condition;
import org.mdmhub.web.form.FormPlan;
import org.mdmhub.web.layout.Labels;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lays the fields of a master out: what is typed first, then by group, then the lists. */
@Component
class Groups {

    /** As many fields are typed first where nothing was laid down. */
    private static final int FIRST = 9;

    private final MasterTypes types;
    private final Boxes boxes;
    private final Labels labels;
    private final Texts texts;
    private final CategoryInputs categories;

    Groups(MasterTypes types, Boxes boxes, Labels labels, Texts texts, CategoryInputs categories) {
        this.categories = categories;
        this.types = types;
        this.boxes = boxes;
        this.labels = labels;
        this.texts = texts;
    }

    /** The whole of a form's fields. */
    record Laid(List<Box> first, List<AskSheet.Section> sections, List<AskSheet.ListBox> lists) {}

    Laid laid(Boxes.Around around) {
        State state = around.state();
        String type = state.subject().type();
        List<Field<MasterRecord>> fields = shown(around);
        List<FormPlan.Section> planned =
                around.plan().sections(around.audience().group());
        List<String> firstKeys = first(planned, type);
        List<Box> first = new ArrayList<>();
        firstKeys.forEach(key -> fields.stream()
                .filter(field -> field.key().equals(key))
                .forEach(field -> first.add(boxes.of(field, around))));
        Map<String, List<Box>> groups = new LinkedHashMap<>();
        List<Box> attributes = attributes(fields, around);
        if (!attributes.isEmpty()) {
            groups.put(CategoryInputs.GROUP, attributes);
        }
        Map<String, String> headings = new LinkedHashMap<>();
        for (FormPlan.Section section : planned) {
            if (!section.key().equals(FormPlan.FIRST)) {
                headings.put(section.key(), section.heading(LocaleContextHolder.getLocale()));
                section.fields()
                        .forEach(key -> plain(fields, key, firstKeys)
                                .filter(field ->
                                        categories.attribute(state, field.key()).isEmpty())
                                .forEach(field -> put(groups, section.key(), field, around)));
            }
        }
        Set<String> placed = new HashSet<>(firstKeys);
        groups.values()
                .forEach(boxes -> boxes.forEach(box -> placed.add(box.field().name())));
        List<AskSheet.ListBox> lists = new ArrayList<>();
        for (Field<MasterRecord> field : fields) {
            if (field.kind() == FieldKind.LIST) {
                lists.add(list(field, around));
            } else if (!placed.contains(field.key())) {
                put(groups, field.group(), field, around);
            }
        }
        List<AskSheet.Section> sections = new ArrayList<>();
        groups.forEach((key, members) ->
                sections.add(section(key, headings.getOrDefault(key, texts.or("group." + key, key)), members)));
        return new Laid(first, sections, lists);
    }

    /** What the chosen category asks for, in its order. */
    private List<Box> attributes(List<Field<MasterRecord>> fields, Boxes.Around around) {
        return categories.attributes(around.state()).stream()
                .flatMap(
                        attribute -> fields.stream().filter(field -> field.key().equals(attribute.key())))
                .map(field -> boxes.of(field, around))
                .toList();
    }

    private List<String> first(List<FormPlan.Section> planned, String type) {
        return planned.stream()
                .filter(section -> section.key().equals(FormPlan.FIRST))
                .map(FormPlan.Section::fields)
                .findFirst()
                .orElseGet(() -> types.fields(type).stream()
                        .filter(field -> field.kind() != FieldKind.LIST)
                        .limit(FIRST)
                        .map(Field::key)
                        .toList());
    }

    private static Stream<Field<MasterRecord>> plain(
            List<Field<MasterRecord>> fields, String key, List<String> elsewhere) {
        return fields.stream()
                .filter(field -> field.key().equals(key) && field.kind() != FieldKind.LIST)
                .filter(field -> !elsewhere.contains(key));
    }

    private void put(Map<String, List<Box>> groups, String key, Field<MasterRecord> field, Boxes.Around around) {
        groups.computeIfAbsent(key, group -> new ArrayList<>()).add(boxes.of(field, around));
    }

    /** Fields of this form; one that holds a value is never left out. */
    private List<Field<MasterRecord>> shown(Boxes.Around around) {
        State state = around.state();
        FormPlan plan = around.plan();
        return types.fields(state.subject().type()).stream()
                .filter(field -> !Objects.equals(field.key(), plan.by()))
                .filter(field ->
                        field.kind() != FieldKind.LIST || !state.closed().contains(field.key()))
                .filter(field -> shows(field.key(), around)
                        || !field.key().equals(CommonFields.BLOCKS) && holds(field, state.typed()))
                .filter(field -> !categories.isForeign(state, field.key()) || holds(field, state.typed()))
                .toList();
    }

    private static boolean holds(Field<MasterRecord> field, Typed typed) {
        return field.kind() == FieldKind.LIST
                ? !typed.rows(field.key()).isEmpty()
                : !typed.text(field.key()).isBlank();
    }

    /** Blocks have a form of their own. */
    private static boolean shows(String field, Boxes.Around around) {
        return !field.equals(CommonFields.BLOCKS) && !around.is(Condition.Treatment.HIDDEN, field);
    }

    private AskSheet.Section section(String key, String heading, List<Box> members) {
        int filled = (int)
                members.stream().filter(box -> !box.field().value().isEmpty()).count();
        boolean open = key.equals(CategoryInputs.GROUP)
                || members.stream()
                        .anyMatch(box -> box.field().focused()
                                || box.marked()
                                || !box.said().isEmpty());
        return new AskSheet.Section(key, heading, filled, open, members);
    }

    private AskSheet.ListBox list(Field<MasterRecord> field, Boxes.Around around) {
        List<AskSheet.Row> rows = around.state().typed().rows(field.key()).stream()
                .map(row -> boxes.row(field, row, around))
                .toList();
        boolean touched = around.state().asked().fields().containsKey(field.key())
                || around.state().focus().startsWith(field.key());
        boolean said = rows.stream()
                .flatMap(row -> row.boxes().stream())
                .anyMatch(box -> !box.said().isEmpty() || box.field().focused());
        return new AskSheet.ListBox(
                field.key(),
                labels.field(around.state().subject().type(), field.key()),
                touched || said || around.marked().contains(field.key()),
                rows);
    }
}
