package org.mdmhub.web.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The queue of look-alikes, the surest or the dearest first. */
@Screen
class QueuePages {

    private final DuplicateDesk desk;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;

    QueuePages(DuplicateDesk desk, MasterTypes types, Organisations organisations, Labels labels, Texts texts) {
        this.desk = desk;
        this.types = types;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping("/duplicates")
    String page(@ModelAttribute("place") QueuePlace place, Actor reader, Model model) {
        DuplicateDesk.View view = desk.page(place, reader);
        model.addAttribute("queue", view);
        model.addAttribute("fields", fields(place, reader));
        model.addAttribute("same", told(desk.count(place, MatchOutcome.MATCH, reader)));
        model.addAttribute("maybe", told(desk.count(place, MatchOutcome.POSSIBLE, reader)));
        model.addAttribute("back", "/duplicates" + place.query());
        model.addAttribute("first", place.after() == null ? null : place.behind(null));
        model.addAttribute("next", view.next() == null ? null : place.behind(view.next()));
        return "duplicate/queue";
    }

    private static String told(int count) {
        return count < DuplicateDesk.MOST_COUNTED ? String.valueOf(count) : DuplicateDesk.MOST_COUNTED - 1 + "+";
    }

    private List<FormField> fields(QueuePlace place, Actor reader) {
        return List.of(
                FormField.of(Input.SEARCH, "q", texts.of("dup.q"), or(place.q()))
                        .atMost(200),
                FormField.select(
                        "type",
                        texts.of("inbox.type"),
                        or(place.type()),
                        any(types.keys().stream()
                                .sorted()
                                .map(type -> new Option(type, texts.or("nav." + type, type))))),
                FormField.select(
                        "outcome",
                        texts.of("dup.outcome"),
                        or(place.outcome()),
                        any(Stream.of(MatchOutcome.MATCH, MatchOutcome.POSSIBLE)
                                .map(outcome -> new Option(outcome.name(), texts.of("outcome." + outcome))))),
                FormField.of(Input.NUMBER, "least", texts.of("dup.least"), or(place.least()))
                        .atMost(3),
                FormField.select(
                        "unit",
                        texts.of("record.organisation"),
                        or(place.unit()),
                        any(organisations.all().stream()
                                .filter(unit ->
                                        reader.unitsWith(Right.JUDGE_DUPLICATES).contains(unit.id()))
                                .map(unit -> new Option(unit.code(), labels.organisation(unit.code()))))),
                FormField.select(
                        "by",
                        texts.of("dup.by"),
                        or(place.by()),
                        List.of(
                                new Option("", texts.of("dup.by.score")),
                                new Option("value", texts.of("dup.by.value")))));
    }

    private List<Option> any(Stream<Option> options) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", texts.of("search.all")));
        options.forEach(all::add);
        return all;
    }

    private static String or(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
