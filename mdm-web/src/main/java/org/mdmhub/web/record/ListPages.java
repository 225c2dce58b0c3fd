package org.mdmhub.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList.Order;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.SavedFilters;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of masters. All that a list shows stands in its address, but for the columns, which are its reader's own. */
@Screen
class ListPages {

    private static final int WEEK = 7;

    private final MasterTypes types;
    private final RecordRows rows;
    private final ListForm form;
    private final ListColumns columns;
    private final SavedFilters filters;
    private final Labels labels;
    private final Texts texts;
    private final Reading reading;

    ListPages(
            MasterTypes types,
            RecordRows rows,
            ListForm form,
            ListColumns columns,
            SavedFilters filters,
            Labels labels,
            Texts texts,
            Reading reading) {
        this.types = types;
        this.rows = rows;
        this.form = form;
        this.columns = columns;
        this.filters = filters;
        this.labels = labels;
        this.texts = texts;
        this.reading = reading;
    }

    /**
     * A filter with one click.
     *
     * @param id of a saved one, null of one that everybody has
     * @param query as it stands in the address
     */
    record Chip(@Nullable UUID id, String name, String query, boolean current, boolean first) {}

    /** A column that can be chosen. */
    record Choice(String key, String label, String group, boolean chosen) {}

    @GetMapping("/records/{type}")
    String page(@PathVariable String type, @RequestParam Map<String, String> params, Actor reader, Model model) {
        known(type);
        Optional<String> first = params.isEmpty() || params.keySet().equals(java.util.Set.of("lang"))
                ? filters.first(type, reader.login()).map(SavedFilters.SavedFilter::query)
                : Optional.empty();
        if (first.isPresent() && !first.get().isEmpty()) {
            return "redirect:/records/" + type + "?" + first.get();
        }
        ListQuery query = ListQuery.of(params);
        show(type, query, reader, model);
        model.addAttribute("title", texts.or("nav." + type, type));
        model.addAttribute("create", texts.or("list.create." + type, texts.of("list.create")));
        model.addAttribute("narrow", reading.as(reader, () -> form.narrow(query, reader)));
        model.addAttribute("more", reading.as(reader, () -> form.more(type, query)));
        return "record/list";
    }

    /** What follows from the form while one types: the rows and all that depends on them. */
    @GetMapping(path = "/records/{type}", headers = "HX-Request")
    String fragment(
            @PathVariable String type,
            @RequestParam Map<String, String> params,
            Actor reader,
            Model model,
            HttpServletResponse answer) {
        known(type);
        ListQuery query = ListQuery.of(params);
        show(type, query, reader, model);
        answer.setHeader(
                "HX-Replace-Url", "/records/" + type + "?" + (query.text().isEmpty() ? "view=all" : query.text()));
        return "record/list :: found";
    }

    private void show(String type, ListQuery query, Actor reader, Model model) {
        List<Field<MasterRecord>> chosen = reading.as(reader, () -> columns.of(type, reader.login()));
        RecordRows.View page = reading.as(reader, () -> rows.page(type, query, chosen, reader));
        model.addAttribute("type", type);
        model.addAttribute("query", query);
        model.addAttribute("text", query.text());
        model.addAttribute("sort", query.sort());
        model.addAttribute("open", query.narrowed());
        model.addAttribute("page", page);
        model.addAttribute(
                "heads",
                chosen.stream().map(field -> labels.field(type, field.key())).toList());
        model.addAttribute("nameHead", labels.field(type, "name"));
        model.addAttribute("counted", counted(page.count()));
        model.addAttribute("choices", choices(type, chosen, reader));
        model.addAttribute("chips", chips(type, query, reader));
        model.addAttribute("first", query.after() == null ? null : address(type, query.text()));
        var next = page.next();
        model.addAttribute("next", next == null ? null : address(type, query.textAfter(next)));
        model.addAttribute("byCode", address(type, query.sorted(Order.CODE).text()));
        model.addAttribute("byTime", address(type, query.sorted(Order.NEWEST).text()));
    }

    private @Nullable String counted(int count) {
        if (count < 0) {
            return null;
        }
        return count > RecordRows.COUNTED
                ? texts.of("list.countedMore", RecordRows.COUNTED)
                : texts.of("list.counted", count);
    }

    private List<Choice> choices(String type, List<Field<MasterRecord>> chosen, Actor reader) {
        var keys = chosen.stream().map(Field::key).toList();
        return reading.as(
                reader,
                () -> columns.all(type).stream()
                        .map(field -> new Choice(
                                field.key(),
                                labels.field(type, field.key()),
                                texts.or("group." + field.group(), field.group()),
                                keys.contains(field.key())))
                        .toList());
    }

    private List<Chip> chips(String type, ListQuery query, Actor reader) {
        String here = query.text();
        LocalDate week = LocalDate.now(ZoneId.systemDefault()).minusDays(WEEK);
        List<Chip> chips = new ArrayList<>();
        chips.add(chip(texts.of("list.all"), "", here));
        chips.add(chip(texts.of("list.week"), "since=" + week, here));
        chips.add(chip(texts.of("list.blocked"), "status=BLOCKED", here));
        filters.of(type, reader.login())
                .forEach(kept -> chips.add(new Chip(
                        kept.id(), kept.name(), kept.query(), kept.query().equals(here), kept.first())));
        return chips;
    }

    private static Chip chip(String name, String query, String here) {
        return new Chip(null, name, query, query.equals(here), false);
    }

    /** An empty address may open with somebody's first filter; the whole list has one of its own. */
    private static String address(String type, String query) {
        return "/records/" + type + "?" + (query.isEmpty() ? "view=all" : query);
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }
}
