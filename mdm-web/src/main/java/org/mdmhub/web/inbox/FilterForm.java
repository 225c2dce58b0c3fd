package org.mdmhub.web.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.SavedFilters;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** What the inbox can be narrowed by, filled in as its address says, and the filters that have a name. */
@Component
class FilterForm {

    /** Filters of the inbox among all that people keep. */
    static final String LIST = "inbox";

    private static final List<Integer> DAYS = List.of(1, 2, 7, 30);
    private static final String CUSTOMERS = "customers";
    private static final String GROUP = "accountGroup";

    private final SavedFilters saved;
    private final Organisations organisations;
    private final MasterTypes types;
    private final Labels labels;
    private final Values values;
    private final Texts texts;

    FilterForm(
            SavedFilters saved,
            Organisations organisations,
            MasterTypes types,
            Labels labels,
            Values values,
            Texts texts) {
        this.saved = saved;
        this.organisations = organisations;
        this.types = types;
        this.labels = labels;
        this.values = values;
        this.texts = texts;
    }

    /**
     * A filter with a name.
     *
     * @param id of one's own, null of a colleague's
     * @param query as it stands in the address
     */
    record Chip(@Nullable UUID id, String name, String query, boolean current, boolean first, boolean shared) {}

    /** One's own first. */
    List<Chip> chips(Place place, Actor reader) {
        String here = place.filter();
        Stream<Chip> own = saved.of(LIST, reader.login()).stream()
                .map(kept -> new Chip(
                        kept.id(), kept.name(), kept.query(), kept.query().equals(here), kept.first(), kept.shared()));
        Stream<Chip> offered = saved.offered(LIST, reader.login()).stream()
                .map(kept ->
                        new Chip(null, kept.name(), kept.query(), kept.query().equals(here), false, true));
        return Stream.concat(own, offered).toList();
    }

    List<FormField> fields(Place place, Actor reader) {
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.select("kind", texts.of("inbox.kind"), or(place.kind()), any(kinds())));
        fields.add(FormField.select("unit", texts.of("record.organisation"), or(place.unit()), any(units(reader))));
        fields.add(FormField.of(Input.TEXT, "who", texts.of("inbox.who"), or(place.who()))
                .atMost(100));
        fields.add(FormField.select("group", labels.field(CUSTOMERS, GROUP), or(place.group()), any(groups())));
        fields.add(FormField.select("days", texts.of("inbox.days"), or(place.days()), any(days())));
        fields.add(FormField.of(Input.CHECK, "late", texts.of("inbox.late"), or(place.late())));
        fields.add(FormField.of(Input.CHECK, "alike", texts.of("inbox.alike"), or(place.alike())));
        fields.add(FormField.of(Input.CHECK, "snoozed", texts.of("inbox.snoozed"), or(place.snoozed())));
        return fields;
    }

    private List<Option> kinds() {
        return Stream.of(ChangeKind.values())
                .map(kind -> new Option(kind.name(), texts.of("kind." + kind)))
                .toList();
    }

    private List<Option> units(Actor reader) {
        return organisations.all().stream()
                .filter(unit -> reader.units().contains(unit.id()))
                .map(unit -> new Option(unit.code(), labels.organisation(unit.code())))
                .toList();
    }

    private List<Option> groups() {
        return types.fields(CUSTOMERS).stream()
                .filter(field -> field.key().equals(GROUP))
                .flatMap(field -> field.choices().stream().map(choice -> group(field, choice)))
                .toList();
    }

    private Option group(Field<MasterRecord> field, String choice) {
        return new Option(choice, values.shown(CUSTOMERS, field, choice).text());
    }

    private List<Option> days() {
        return DAYS.stream()
                .map(days -> new Option(String.valueOf(days), texts.of("inbox.days.more", days)))
                .toList();
    }

    private List<Option> any(List<Option> options) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", texts.of("search.all")));
        all.addAll(options);
        return all;
    }

    private static String or(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
