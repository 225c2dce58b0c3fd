package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The small forms: what is asked of a record as a whole. Their inputs follow from the lists that they write into. */
@Component
class Deeds {

    private static final String WHICH = "which";

    private final MasterTypes types;
    private final Organisations organisations;
    private final Choices choices;
    private final Labels labels;
    private final Texts texts;

    Deeds(MasterTypes types, Organisations organisations, Choices choices, Labels labels, Texts texts) {
        this.types = types;
        this.organisations = organisations;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
    }

    /** @param findings what is wrong with it, told at its inputs */
    List<FormField> fields(ChangeKind kind, Subject subject, Typed typed, List<Finding> findings, Actor reader) {
        List<FormField> fields = new ArrayList<>();
        switch (kind) {
            case BLOCK -> parts(subject.type(), CommonFields.BLOCKS, typed, fields);
            case UNBLOCK -> fields.add(which(subject, typed));
            case EXTEND -> {
                fields.add(FormField.select("ask.unit", texts.of("ask.unit"), typed.said("unit"), units(reader)));
                parts(subject.type(), CommonFields.VIEWS, typed, fields);
                fields.removeIf(field -> field.name().equals("orgUnit"));
            }
            default -> {}
        }
        String code = typed.said("reasonCode");
        fields.add(FormField.select(
                "ask.reasonCode",
                texts.of("ask.reasonCode"),
                code.isEmpty() ? kind.defaultReason() : code,
                labels.reasons()));
        fields.add(FormField.of(Input.DATE, "ask.from", texts.of("ask.from"), typed.said("from"))
                .hinted(texts.of("ask.from.hint")));
        fields.add(FormField.of(Input.AREA, "ask.reason", texts.of("ask.reason"), typed.said("reason"))
                .atMost(2000));
        return fields.stream().map(field -> told(field, findings)).toList();
    }

    private FormField told(FormField field, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.pointer().endsWith("/" + inputOf(field.name())))
                .findFirst()
                .map(finding -> field.wrong(Remarks.words(texts, finding)))
                .orElse(field);
    }

    private static String inputOf(String name) {
        return switch (name) {
            case "ask.unit" -> "orgUnit";
            case "ask.from" -> "effectiveFrom";
            default -> name.replaceFirst("^ask\\.", "");
        };
    }

    private void parts(String type, String list, Typed typed, List<FormField> into) {
        Field<MasterRecord> field = types.fields(type).stream()
                .filter(one -> one.key().equals(list))
                .findFirst()
                .orElseThrow();
        for (Field.Item part : field.items()) {
            String value = typed.text(part.key());
            String label = labels.item(type, list, part.key());
            boolean must = part.kind() == FieldKind.CHOICE;
            List<Option> options = options(part, value, must);
            String shown =
                    must && value.isEmpty() ? options.get(options.size() - 1).value() : value;
            into.add(
                    options.isEmpty()
                            ? FormField.of(Boxes.input(part.kind()), part.key(), label, value)
                                    .atMost(Field.MAX_TEXT)
                            : FormField.select(part.key(), label, shown, options));
        }
    }

    private List<Option> options(Field.Item part, String value, boolean must) {
        return switch (part.kind()) {
            case CHOICE, COUNTRY, CURRENCY, FLAG, ORGANISATION ->
                choices.of(part.kind(), part.key(), part.choices(), value, must);
            default -> List.of();
        };
    }

    /** The blocks that stand, and all of them at once. */
    private FormField which(Subject subject, Typed typed) {
        List<Option> blocks = new ArrayList<>();
        blocks.add(new Option("ALL|", texts.of("deed.unblock.all")));
        for (Map<String, Object> block : subject.now().list(CommonFields.BLOCKS)) {
            String scope = String.valueOf(block.get("scope"));
            String unit = RawFields.text(block.get("orgUnit"));
            String words = texts.or("choice.scope." + scope, scope)
                    + (unit.isEmpty() ? "" : " · " + labels.organisation(unit))
                    + (block.get("reason") == null ? "" : " · " + block.get("reason"));
            Option option = new Option(scope + "|" + unit, words);
            if (blocks.stream().noneMatch(other -> other.value().equals(option.value()))) {
                blocks.add(option);
            }
        }
        return FormField.select(WHICH, texts.of("deed.unblock.which"), typed.text(WHICH), blocks);
    }

    private List<Option> units(Actor reader) {
        return organisations.all().stream()
                .filter(unit -> reader.asksFor().contains(unit.id()))
                .map(unit -> new Option(unit.code(), unit.name(LocaleContextHolder.getLocale())))
                .toList();
    }

    Ask ask(ChangeKind kind, String type, String code, Typed typed) {
        return new Ask(
                type,
                kind,
                code,
                null,
                Drafts.empty(typed.said("unit")),
                kind == ChangeKind.EXTEND ? texts(type, CommonFields.VIEWS, typed) : Map.of(),
                block(kind, type, typed),
                Drafts.empty(typed.said("reasonCode")),
                Drafts.empty(typed.said("reason")),
                Drafts.day(typed.said("from")),
                null,
                true);
    }

    private @Nullable Map<String, Object> block(ChangeKind kind, String type, Typed typed) {
        if (kind == ChangeKind.BLOCK) {
            Map<String, Object> block = new LinkedHashMap<>();
            texts(type, CommonFields.BLOCKS, typed)
                    .forEach((key, value) -> block.put(key, Objects.requireNonNull(value)));
            return block;
        }
        if (kind != ChangeKind.UNBLOCK) {
            return null;
        }
        String[] which = (typed.text(WHICH) + "| ").split("\\|", -1);
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("scope", which[0].isBlank() ? "ALL" : which[0]);
        if (!which[1].isBlank()) {
            block.put("orgUnit", which[1]);
        }
        return block;
    }

    private Map<String, @Nullable Object> texts(String type, String list, Typed typed) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        types.fields(type).stream()
                .filter(field -> field.key().equals(list))
                .flatMap(field -> field.items().stream())
                .forEach(part -> {
                    Object value = RawFields.value(part.kind(), typed.text(part.key()));
                    if (value != null) {
                        values.put(part.key(), value);
                    }
                });
        return values;
    }
}
