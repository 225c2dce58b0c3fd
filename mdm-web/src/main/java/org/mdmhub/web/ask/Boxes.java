package org.mdmhub.web.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.document.Papers;
import org.mdmhub.web.form.Condition;
import org.mdmhub.web.form.FormPlan;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes the input of a field from the field's description. */
@Component
class Boxes {

    /** What stands for a value that the reader may not see. */
    static final String CLOSED = "\u2022\u2022\u2022\u2022";

    private final Labels labels;
    private final Values values;
    private final Choices choices;
    private final Texts texts;
    private final CodeInputs codes;
    private final CategoryInputs categories;
    private final Papers papers;

    Boxes(
            Labels labels,
            Values values,
            Choices choices,
            Texts texts,
            CodeInputs codes,
            CategoryInputs categories,
            Papers papers) {
        this.papers = papers;
        this.categories = categories;
        this.codes = codes;
        this.labels = labels;
        this.values = values;
        this.choices = choices;
        this.texts = texts;
    }

    /** What is known of the whole form while its inputs are made. */
    record Around(State state, FormPlan plan, FormPlan.Audience audience, Remarks remarks, Set<String> marked) {

        boolean is(Condition.Treatment treatment, String field) {
            return plan.is(treatment, field, audience);
        }
    }

    Box of(Field<MasterRecord> field, Around around) {
        State state = around.state();
        String type = state.subject().type();
        String key = field.key();
        boolean tree = categories.chooses(type, key);
        String typed = state.typed().text(key);
        String value = tree ? categories.shown(type, typed) : codes.shown(field.codes(), typed);
        CategoryAttribute asked = categories.attribute(state, key).orElse(null);
        boolean must = field.key().equals(around.plan().by());
        if (state.closed().contains(key)) {
            value = CLOSED;
        }
        FormField made = made(
                input(field.kind()),
                key,
                around.plan()
                        .label(key, LocaleContextHolder.getLocale())
                        .orElseGet(() ->
                                asked == null ? labels.field(type, key) : asked.label(LocaleContextHolder.getLocale())),
                value,
                options(field.kind(), key, asked == null ? field.choices() : asked.choices(), value, must));
        if (around.is(Condition.Treatment.REQUIRED, key) || (asked != null && asked.required())) {
            made = made.must();
        }
        String width = around.plan().width(key, field.kind());
        return new Box(
                focused(made.hinted(texts.or("hint." + type + "." + key, "")), state),
                width,
                around.remarks().at(key),
                was(field, typed, state),
                state.closed().contains(key) || state.locked().contains(key),
                around.marked().contains(key),
                tree,
                tree ? categories.combo(type) : Box.Combo.of(field.codes(), key));
    }

    /** What the record holds where something else stands in the form. */
    private String was(Field<MasterRecord> field, String typed, State state) {
        Object now = state.subject().now().get(field.key());
        boolean differs = now != null && state.asked().fields().containsKey(field.key());
        if (!differs || RawFields.text(now).equals(typed)) {
            return "";
        }
        Shown shown = values.shown(state.subject().type(), field, now);
        return shown.text();
    }

    /** A part of an item of a list. */
    Box part(Field<MasterRecord> list, Field.Item part, int row, Around around) {
        State state = around.state();
        String name = Typed.name(list.key(), row, part.key());
        String value = codes.shown(part.codes(), state.typed().text(name));
        String label = labels.item(state.subject().type(), list.key(), part.key());
        FormField made = made(
                input(part.kind()), name, label, value, options(part.kind(), part.key(), part.choices(), value, false));
        String width = part.kind() == FieldKind.TEXT ? "half" : "third";
        return new Box(
                begins(list, part, row, state) ? made.first() : made,
                width,
                around.remarks().at(name),
                "",
                false,
                false,
                false,
                Box.Combo.of(part.codes(), name));
    }

    AskSheet.Row row(Field<MasterRecord> list, int row, Around around) {
        String idName = Typed.name(list.key(), row, ListItems.ID);
        return new AskSheet.Row(
                row,
                list.key() + "[" + row + "]",
                around.state().typed().text(idName),
                idName,
                list.items().stream().map(part -> part(list, part, row, around)).toList(),
                paper(list, row, around.state()));
    }

    private Papers.@Nullable Paper paper(Field<MasterRecord> list, int row, State state) {
        String sha = list.key().equals(CommonFields.DOCUMENTS)
                ? state.typed().text(Typed.name(list.key(), row, "sha256"))
                : "";
        return sha.isBlank() ? null : papers.one(sha, state.reader());
    }

    /** An input that is not the master's own. */
    Box beside(FormField made, String width, Around around) {
        List<Box.Said> said = around.remarks().at(made.name());
        return new Box(focused(made, around.state()), width, said, "", false, false, false, null);
    }

    /** A row, or a list, that is to be begun in is begun in its first part. */
    private static boolean begins(Field<MasterRecord> list, Field.Item part, int row, State state) {
        String focus = state.focus();
        boolean first = part.equals(list.items().get(0));
        return focus.equals(Typed.name(list.key(), row, part.key()))
                || (first && focus.equals(Typed.name(list.key(), row, "")))
                || (first
                        && focus.equals(list.key())
                        && state.typed().rows(list.key()).get(0) == row);
    }

    private static FormField focused(FormField made, State state) {
        return made.name().equals(state.focus()) ? made.first() : made;
    }

    private static FormField made(
            Input input, String name, String label, String value, List<FormField.Option> options) {
        FormField field = options.isEmpty()
                ? FormField.of(input, name, label, value)
                : FormField.select(name, label, value, options);
        return field.atMost(Field.MAX_TEXT);
    }

    private List<FormField.Option> options(FieldKind kind, String key, List<String> known, String value, boolean must) {
        return switch (kind) {
            case CHOICE, FLAG, ORGANISATION -> choices.of(kind, key, known, value, must);
            default -> List.of();
        };
    }

    static Input input(FieldKind kind) {
        return switch (kind) {
            case PHONE -> Input.TEL;
            case EMAIL -> Input.EMAIL;
            case NUMBER, INTEGER -> Input.NUMBER;
            case DATE -> Input.DATE;
            default -> Input.TEXT;
        };
    }
}
