package org.mdmhub.web.stewardship;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.home.Charts;
import org.mdmhub.web.home.Picture;
import org.mdmhub.web.home.Pictures;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.stewardship.Behind.What;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The figures in the reader's words, each number a link to the list behind it. */
@Component
class Sheets {

    private static final double HOUR = 3600;

    private final Pictures pictures;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Labels labels;
    private final Times times;
    private final Texts texts;

    Sheets(Pictures pictures, Accounts accounts, Organisations organisations, Labels labels, Times times, Texts texts) {
        this.pictures = pictures;
        this.accounts = accounts;
        this.organisations = organisations;
        this.labels = labels;
        this.times = times;
        this.texts = texts;
    }

    /** A single number; {@code below} is empty where nothing else is to be said of it. */
    record Tile(
            String key,
            String number,
            String below,
            @Nullable String href,
            boolean bad) {}

    /** The page; {@code at} is when it was counted. */
    record Sheet(
            String at,
            List<Tile> tiles,
            Picture throughput,
            Table waiting,
            Table steps,
            Table units,
            Table people,
            Table fields,
            Table reasons) {}

    Sheet sheet(Desk.View view, Asked asked) {
        Map<String, String> names = names(view);
        return new Sheet(
                times.exact(view.at()),
                tiles(view, asked),
                throughput(view, asked),
                waiting(view, asked, names),
                steps(view, asked, names),
                units(view, asked),
                people(view, asked, names),
                returned(view.fields(), asked, true),
                returned(view.reasons(), asked, false));
    }

    private List<Tile> tiles(Desk.View view, Asked asked) {
        long sent = view.throughput().stream().mapToLong(Desk.Column::sent).sum();
        long applied =
                view.throughput().stream().mapToLong(Desk.Column::applied).sum();
        var oldest = view.oldest();
        return List.of(
                new Tile(
                        "open",
                        Pictures.number(view.open()),
                        oldest == null ? "" : texts.of("lead.oldest", times.ago(oldest)),
                        asked.behind(What.OPEN, null, null, null),
                        false),
                new Tile(
                        "late",
                        Pictures.number(view.late()),
                        texts.of("lead.ofOpen", percent(view.late(), view.open())),
                        asked.behind(What.LATE, null, null, null),
                        view.late() > 0),
                new Tile("sent", Pictures.number(sent), "", null, false),
                new Tile("applied", Pictures.number(applied), "", null, false),
                new Tile(
                        "returned",
                        Pictures.number(view.sums().returned()),
                        texts.of("lead.rejected", Pictures.number(view.sums().rejected())),
                        asked.behind(What.RETURNED, null, null, null),
                        false));
    }

    private Picture throughput(Desk.View view, Asked asked) {
        List<Charts.Figure> sent = view.throughput().stream()
                .map(column -> new Charts.Figure(Desk.DAY.format(column.day()), column.sent()))
                .toList();
        List<Long> applied =
                view.throughput().stream().map(Desk.Column::applied).toList();
        return pictures.times(
                texts.of(asked.period().weekly() ? "lead.perWeek" : "lead.perDay"),
                "",
                sent,
                applied,
                List.of(texts.of("lead.tile.sent"), texts.of("lead.tile.applied")),
                Pictures::number);
    }

    private Table waiting(Desk.View view, Asked asked, Map<String, String> names) {
        Map<Integer, String> codes = organisations.codes();
        List<List<Cell>> rows = new ArrayList<>();
        for (Figures.Waiting one : view.waiting()) {
            String unit = String.valueOf(codes.get(one.unit()));
            rows.add(List.of(
                    Cell.text(seats(one.seats(), names)),
                    Cell.text(labels.organisation(unit)),
                    count(one.open(), asked.behind(What.OPEN, unit, "seats", one.seats())),
                    Cell.time(times.ago(one.oldest()), times.exact(one.oldest())),
                    late(one.late(), asked.behind(What.LATE, unit, "seats", one.seats()))));
        }
        return table("waiting", rows, "with", "unit", "open", "oldest", "late");
    }

    private Table steps(Desk.View view, Asked asked, Map<String, String> names) {
        List<List<Cell>> rows = view.steps().stream()
                .map(one -> row(
                        texts.of("lead.step", one.step(), seats(one.key(), names)),
                        one,
                        asked.behind(What.DONE, null, "seats", one.key()),
                        asked.behind(What.DONE_LATE, null, "seats", one.key())))
                .toList();
        return table("steps", rows, "step", "done", "median", "p90", "lateDone");
    }

    private Table people(Desk.View view, Asked asked, Map<String, String> names) {
        List<List<Cell>> rows = view.people().stream()
                .map(one -> row(
                        Objects.requireNonNullElse(names.get(one.key()), one.key()),
                        one,
                        asked.behind(What.DONE, null, "person", one.key()),
                        asked.behind(What.DONE_LATE, null, "person", one.key())))
                .toList();
        return table("people", rows, "person", "done", "median", "p90", "lateDone");
    }

    private Table units(Desk.View view, Asked asked) {
        Map<Integer, String> codes = organisations.codes();
        List<List<Cell>> rows = view.units().stream()
                .map(one -> {
                    String unit = String.valueOf(codes.get(Integer.valueOf(one.key())));
                    return row(
                            labels.organisation(unit),
                            one,
                            asked.behind(What.DONE, unit, null, null),
                            asked.behind(What.DONE_LATE, unit, null, null));
                })
                .toList();
        return table("units", rows, "unit", "done", "median", "p90", "lateDone");
    }

    private List<Cell> row(String name, Figures.Done one, String done, String late) {
        return List.of(
                Cell.text(name),
                count(one.done(), done),
                Cell.number(hours(one.median())),
                Cell.number(hours(one.p90())),
                late(one.late(), late));
    }

    private Table returned(List<Figures.Returned> all, Asked asked, boolean fields) {
        List<List<Cell>> rows = all.stream()
                .map(one -> List.of(
                        Cell.text(fields ? labels.field(one.type(), one.key()) : labels.reason(one.key())),
                        fields
                                ? count(one.count(), asked.behind(What.RETURNED, null, "field", one.key()))
                                : Cell.number(Pictures.number(one.count()))))
                .toList();
        String name = fields ? "fields" : "reasons";
        return table(name, rows, name, "times");
    }

    private Table table(String name, List<List<Cell>> rows, String... heads) {
        return new Table(
                texts.of("lead.table." + name),
                Arrays.stream(heads).map(head -> texts.of("lead.head." + head)).toList(),
                rows);
    }

    private static Cell count(long count, String href) {
        return new Cell(Table.Kind.NUMBER, Pictures.number(count), count == 0 ? null : href, "");
    }

    private Cell late(long count, String href) {
        return new Cell(Table.Kind.NUMBER, Pictures.number(count), count == 0 ? null : href, "");
    }

    String hours(@Nullable Long seconds) {
        if (seconds == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return texts.of("lead.hours", format.format(seconds / HOUR));
    }

    private static String percent(long part, long all) {
        return all == 0 ? "0" : String.valueOf(Math.round(100.0 * part / all));
    }

    /** Roles and logins, by commas, in words. */
    String seats(String seats, Map<String, String> names) {
        List<Role> roles = new ArrayList<>();
        List<String> people = new ArrayList<>();
        for (String seat : seats.split(",", -1)) {
            Role role = role(seat);
            if (role != null) {
                roles.add(role);
            } else if (!seat.isEmpty()) {
                people.add(Objects.requireNonNullElse(names.get(seat), seat));
            }
        }
        String named = String.join(", ", people);
        String held = roles.isEmpty() ? "" : labels.roles(roles);
        return held.isEmpty() || named.isEmpty() ? held + named : held + ", " + named;
    }

    private static @Nullable Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> names(Desk.View view) {
        Set<String> logins =
                view.people().stream().map(Figures.Done::key).collect(Collectors.toCollection(HashSet::new));
        view.waiting().forEach(one -> logins.addAll(List.of(one.seats().split(",", -1))));
        view.steps().forEach(one -> logins.addAll(List.of(one.key().split(",", -1))));
        return accounts.names(logins);
    }

    /** The list behind a number. */
    Table lines(List<Behind.Line> lines) {
        Map<Integer, String> codes = organisations.codes();
        Set<String> logins = new HashSet<>();
        lines.forEach(line -> {
            logins.add(line.requestedBy());
            logins.addAll(List.of(line.seats().split(",", -1)));
            if (line.decidedBy() != null) {
                logins.add(line.decidedBy());
            }
        });
        Map<String, String> names = accounts.names(logins);
        List<List<Cell>> rows =
                lines.stream().map(line -> row(line, codes, names)).toList();
        return table("lines", rows, "number", "kind", "unit", "asker", "with", "since", "standing");
    }

    private List<Cell> row(Behind.Line line, Map<Integer, String> codes, Map<String, String> names) {
        var done = line.doneAt();
        var due = line.dueAt();
        boolean late = due != null && due.isBefore(done == null ? java.time.Instant.now() : done);
        String decided = line.decidedBy();
        String standing = done == null
                ? due == null
                        ? texts.of("lead.waits")
                        : texts.of(late ? "lead.lateSince" : "lead.dueAt", times.exact(due))
                : times.exact(done);
        return List.of(
                Cell.code(line.number(), "/inbox/" + line.request()),
                Cell.text(texts.or("kind." + line.kind() + "." + line.type(), line.kind())),
                Cell.text(labels.organisation(String.valueOf(codes.get(line.unit())))),
                Cell.text(Objects.requireNonNullElse(names.get(line.requestedBy()), line.requestedBy())),
                Cell.text(
                        decided == null
                                ? seats(line.seats(), names)
                                : Objects.requireNonNullElse(names.get(decided), decided)),
                Cell.time(times.ago(line.openedAt()), times.exact(line.openedAt())),
                late ? Cell.state("WARNING", standing) : Cell.text(standing));
    }
}
