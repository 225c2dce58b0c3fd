package org.mdmhub.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.listing.GivenList;
import org.mdmhub.listing.ListRow;
import org.mdmhub.listing.Lists;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.CandidateViews;
import org.mdmhub.web.api.ListResults;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Puts a list into the words of its reader. */
@Component
class GivenSheets {

    private static final int SHOWN = 10;
    private static final List<String> OUTCOMES = List.of("MATCH", "POSSIBLE", "NONE", "UNREAD");

    private final Lists lists;
    private final ListResults results;
    private final Labels labels;
    private final Times times;
    private final Texts texts;

    GivenSheets(Lists lists, ListResults results, Labels labels, Times times, Texts texts) {
        this.lists = lists;
        this.results = results;
        this.labels = labels;
        this.times = times;
        this.texts = texts;
    }

    GivenSheet sheet(GivenList list, Actor reader) {
        boolean done = list.state() == GivenList.State.DONE;
        return new GivenSheet(
                list.id(),
                list.fileName(),
                columns(list),
                list.state().name(),
                list.isRunning(),
                done,
                list.percent(),
                said(list),
                times.exact(list.until()),
                counts(list),
                done ? parts(list, reader) : List.of());
    }

    private String columns(GivenList list) {
        return list.fields().stream()
                .filter(field -> !field.isEmpty())
                .map(field -> labels.field(list.type(), field))
                .collect(Collectors.joining(" · "));
    }

    private String said(GivenList list) {
        boolean together = list.isRunning() && list.read() == list.rows();
        return texts.of("lists.said." + (together ? "together" : list.state().name()), list.read(), list.rows());
    }

    private Table counts(GivenList list) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            rows.add(List.of(Cell.name(texts.of("lists.outcome." + outcome), null), number(count(list, outcome))));
        }
        if (list.state() == GivenList.State.DONE) {
            rows.add(List.of(Cell.name(texts.of("lists.twice"), null), number(list.twice())));
        }
        return new Table(
                texts.of("lists.counts"),
                List.of(texts.of("lists.head.outcome"), texts.of("lists.head.rows")),
                list.read() == 0 ? List.of() : rows);
    }

    private static int count(GivenList list, String outcome) {
        return switch (outcome) {
            case "MATCH" -> list.matched();
            case "POSSIBLE" -> list.possible();
            case "NONE" -> list.alone();
            default -> list.unread();
        };
    }

    private static Cell number(int count) {
        return Cell.number(String.format(Locale.ROOT, "%,d", count));
    }

    private List<GivenSheet.Part> parts(GivenList list, Actor reader) {
        List<GivenSheet.Part> parts = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            String title = texts.of("lists.outcome." + outcome);
            parts.add(part(list, outcome, title, count(list, outcome), lists.rows(list, outcome, SHOWN), reader));
        }
        parts.add(2, part(list, "TWICE", texts.of("lists.twice"), list.twice(), lists.twins(list, 2 * SHOWN), reader));
        parts.removeIf(part -> part.rows().isEmpty());
        return parts;
    }

    private GivenSheet.Part part(GivenList list, String key, String title, int all, List<ListRow> rows, Actor reader) {
        boolean twice = key.equals("TWICE");
        boolean found = twice || key.equals("MATCH") || key.equals("POSSIBLE");
        List<String> heads = new ArrayList<>(List.of(texts.of("lists.head.row"), texts.of("lists.head.name")));
        if (twice) {
            heads.add(0, texts.of("lists.head.group"));
        }
        if (found) {
            heads.addAll(List.of(texts.of("lists.head.hub"), texts.of("lists.head.score"), texts.of("lists.head.why")));
        }
        List<List<Cell>> cells = results.found(rows, reader).stream()
                .map(one -> cells(list, one, twice, found))
                .toList();
        String more = all > rows.size() ? texts.of("lists.first", rows.size(), all) : "";
        return new GivenSheet.Part(key, title, more, new Table(title, heads, cells));
    }

    private List<Cell> cells(GivenList list, ListResults.Found found, boolean twice, boolean hub) {
        ListRow row = found.row();
        List<Cell> cells = new ArrayList<>();
        if (twice) {
            cells.add(Cell.number(String.valueOf(row.twin())));
        }
        cells.add(Cell.number(String.valueOf(row.line())));
        String name = row.cells().get(list.fields().indexOf("name"));
        cells.add(Cell.name(name.isEmpty() ? "–" : name, null));
        if (hub) {
            cells.addAll(hub(list.type(), found.best()));
        }
        return cells;
    }

    private List<Cell> hub(String type, CandidateViews.@Nullable View best) {
        if (best == null) {
            return List.of(Cell.text("–"), Cell.number("–"), Cell.text("–"));
        }
        String code = best.code();
        Double score = best.score();
        return List.of(
                Cell.name(
                        code == null ? texts.of("candidate.request", best.name()) : code + " " + best.name(),
                        link(type, best)),
                Cell.number(score == null ? "–" : Math.round(score * 100) + "%"),
                Cell.text(best.masked() ? masked(best) : Objects.toString(best.sentence(), "–")));
    }

    private String masked(CandidateViews.View best) {
        return texts.of("lists.masked", labels.organisation(Objects.toString(best.orgUnit(), "")));
    }

    private @Nullable String link(String type, CandidateViews.View best) {
        String code = best.code();
        if (best.masked()) {
            return null;
        }
        return code == null ? "/inbox/" + best.requestId() : labels.page(type, code);
    }
}
