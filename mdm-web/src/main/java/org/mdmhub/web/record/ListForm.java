package org.mdmhub.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.RecordList;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Values;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form above a list, filled in as the list's address says. The caller reads in its reader's scope. */
@Component
class ListForm {

    private final RecordList list;
    private final Organisations organisations;
    private final Labels labels;
    private final Values values;
    private final Texts texts;

    ListForm(RecordList list, Organisations organisations, Labels labels, Values values, Texts texts) {
        this.list = list;
        this.organisations = organisations;
        this.labels = labels;
        this.values = values;
        this.texts = texts;
    }

    /** State and organisation: asked for so often that they are always there. */
    List<FormField> narrow(ListQuery query, Actor reader) {
        List<Option> units = organisations.all().stream()
                .filter(unit -> reader.units().contains(unit.id()))
                .map(unit -> new Option(unit.code(), labels.organisation(unit.code())))
                .toList();
        List<Option> states = Stream.of(RecordStatus.values())
                .map(state -> new Option(state.name(), texts.of("state." + state.name())))
                .toList();
        RecordStatus status = query.status();
        return List.of(
                FormField.select("status", texts.of("search.status"), status == null ? "" : status.name(), any(states)),
                FormField.select("unit", texts.of("record.organisation"), query.unit(), any(units)));
    }

    /** All else. */
    List<FormField> more(String type, ListQuery query) {
        List<FormField> fields = new ArrayList<>();
        String since = Objects.toString(query.since(), "");
        fields.add(FormField.of(Input.DATE, "since", texts.of("search.since"), since));
        for (Field<MasterRecord> field : list.filters(type)) {
            fields.add(FormField.select(
                    ListQuery.FIELD + field.key(),
                    labels.field(type, field.key()),
                    query.fields().getOrDefault(field.key(), ""),
                    any(choices(type, field))));
        }
        fields.add(FormField.select(
                "sort",
                texts.of("search.sort"),
                query.sort(),
                List.of(
                        new Option("newest", texts.of("search.sort.newest")),
                        new Option("code", texts.of("search.sort.code")))));
        fields.add(FormField.select(
                "size",
                texts.of("search.size"),
                String.valueOf(query.size()),
                ListQuery.SIZES.stream()
                        .sorted()
                        .map(String::valueOf)
                        .map(size -> new Option(size, size))
                        .toList()));
        return fields;
    }

    private List<Option> choices(String type, Field<MasterRecord> field) {
        boolean country = field.kind() == FieldKind.COUNTRY;
        Stream<String> codes = country ? Stream.of(Locale.getISOCountries()) : field.choices().stream();
        Stream<Option> options = codes.map(
                code -> new Option(code, values.shown(type, field, code).text()));
        return country
                ? options.sorted(Comparator.comparing(Option::label, collator()))
                        .toList()
                : options.toList();
    }

    private static Comparator<String> collator() {
        var collator = java.text.Collator.getInstance(LocaleContextHolder.getLocale());
        return collator::compare;
    }

    private List<Option> any(List<Option> options) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", texts.of("search.all")));
        all.addAll(options);
        return all;
    }
}
