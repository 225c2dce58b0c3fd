package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.PastedText;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Values;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a form before its reader. */
@Component
class AskSheets {

    private final MasterTypes types;
    private final Plans plans;
    private final Boxes boxes;
    private final Groups groups;
    private final Looks looks;
    private final Belonging belonging;
    private final Returns returns;
    private final Asking asking;
    private final Organisations organisations;
    private final Values values;
    private final Labels labels;
    private final Texts texts;
    private final CodeInputs codes;

    AskSheets(
            MasterTypes types,
            Plans plans,
            Boxes boxes,
            Groups groups,
            Looks looks,
            Belonging belonging,
            Returns returns,
            Asking asking,
            Organisations organisations,
            Values values,
            Labels labels,
            Texts texts,
            CodeInputs codes) {
        this.codes = codes;
        this.types = types;
        this.plans = plans;
        this.boxes = boxes;
        this.groups = groups;
        this.looks = looks;
        this.belonging = belonging;
        this.returns = returns;
        this.asking = asking;
        this.organisations = organisations;
        this.values = values;
        this.labels = labels;
        this.texts = texts;
    }

    AskSheet sheet(State state) {
        Subject subject = state.subject();
        List<Field<MasterRecord>> fields = types.fields(subject.type());
        PastedText.Read told = asking.told(subject, state.typed(), state.asked().after());
        Remarks remarks = remarks(state, fields, told);
        Set<String> marked = new HashSet<>(returns.fields(subject));
        var around = new Boxes.Around(
                state,
                plans.of(subject.type()),
                plans.audience(subject, state.typed(), state.reader()),
                remarks,
                marked);
        Groups.Laid laid = groups.laid(around);
        AskSheet sheet = new AskSheet(
                head(state),
                hidden(state),
                choices(around, fields),
                asking.takesPastedText(subject.type()),
                state.typed().said("paste"),
                taken(state, told),
                told.unread(),
                laid.first(),
                laid.sections(),
                laid.lists(),
                reasons(around),
                List.of(),
                looks.of(state),
                belonging.of(state),
                values.changes(
                        subject.type(),
                        state.asked().changes(subject.now()).stream()
                                .filter(change -> !state.closed().contains(change.field()))
                                .toList()),
                returns.moved(state),
                returns.last(subject));
        return sheet.with(remarks.elsewhere(sheet.names()));
    }

    private Remarks remarks(State state, List<Field<MasterRecord>> fields, PastedText.Read told) {
        Remarks remarks = new Remarks(texts);
        remarks.findings(state.findings(), fields, state.typed(), state.quiet());
        told.taken().stream()
                .filter(one -> state.typed().text(one.field()).strip().equals(one.value()))
                .forEach(one -> remarks.note(one.field(), texts.of("ask.pasted", one.piece())));
        state.filled().forEach(key -> remarks.note(key, texts.of("ask.filled")));
        asking.notes(state.subject(), state.asked())
                .forEach((key, note) -> remarks.note(
                        key, texts.of("derived." + note.code(), note.args().toArray())));
        codes.differing(fields, state).forEach((key, meant) -> remarks.note(key, texts.of("ask.meant", meant)));
        remarks.standardizations(state.asked().standardizations(), fields, state.typed(), state.quiet());
        return remarks;
    }

    private List<AskSheet.Taken> taken(State state, PastedText.Read told) {
        return told.taken().stream()
                .map(one -> new AskSheet.Taken(
                        FormField.of(Input.TEXT, one.field(), "", "").id(),
                        labels.field(state.subject().type(), one.field()),
                        one.value(),
                        one.piece()))
                .toList();
    }

    private AskSheet.Head head(State state) {
        Subject subject = state.subject();
        ChangeRequest draft = subject.draft();
        String name = subject.now().text("name");
        String kind = "kind." + subject.kind().name();
        return new AskSheet.Head(
                subject.type(),
                subject.kind().name(),
                texts.or(kind + "." + subject.type(), texts.of(kind)),
                subject.path(),
                Objects.requireNonNullElse(subject.code(), ""),
                name == null ? "" : name,
                draft == null ? null : draft.id(),
                draft == null ? "" : draft.number(),
                draft == null ? "" : draft.status().name(),
                draft != null
                        && draft.status().allows(ChangeStatus.Action.WITHDRAW)
                        && draft.requestedBy().equals(state.reader().login()));
    }

    private static List<AskSheet.Hidden> hidden(State state) {
        List<AskSheet.Hidden> hidden = new ArrayList<>();
        hidden.add(new AskSheet.Hidden("ask.base", String.valueOf(state.asked().baseVersion())));
        hidden.add(new AskSheet.Hidden("ask.derived", state.typed().said("derived")));
        hidden.add(new AskSheet.Hidden("ask.pasted", state.typed().said("pasted")));
        return hidden;
    }

    /** What decides on the form; an organisation only where there is a choice. */
    private List<Box> choices(Boxes.Around around, List<Field<MasterRecord>> fields) {
        List<Box> shown = new ArrayList<>();
        fields.stream()
                .filter(field -> field.key().equals(around.plan().by()))
                .forEach(field -> shown.add(boxes.of(field, around)));
        State state = around.state();
        List<FormField.Option> units = units(state.reader());
        if (state.subject().code() == null && units.size() > 1) {
            String unit = state.typed().said("unit");
            String first = unit.isEmpty() ? units.get(0).value() : unit;
            shown.add(boxes.beside(FormField.select("ask.unit", texts.of("ask.unit"), first, units), "third", around));
        }
        return shown;
    }

    private List<FormField.Option> units(Actor reader) {
        return organisations.all().stream()
                .filter(unit -> reader.asksFor().contains(unit.id()))
                .map(unit -> new FormField.Option(unit.code(), unit.name(LocaleContextHolder.getLocale())))
                .toList();
    }

    private List<Box> reasons(Boxes.Around around) {
        Typed typed = around.state().typed();
        String said = typed.said("reasonCode");
        String code = said.isEmpty() ? around.state().subject().kind().defaultReason() : said;
        return List.of(
                boxes.beside(
                        FormField.select("ask.reasonCode", texts.of("ask.reasonCode"), code, labels.reasons()),
                        "third",
                        around),
                boxes.beside(
                        FormField.of(Input.DATE, "ask.from", texts.of("ask.from"), typed.said("from"))
                                .hinted(texts.of("ask.from.hint")),
                        "third",
                        around),
                boxes.beside(
                        FormField.of(Input.AREA, "ask.reason", texts.of("ask.reason"), typed.said("reason"))
                                .atMost(2000),
                        "full",
                        around));
    }
}
