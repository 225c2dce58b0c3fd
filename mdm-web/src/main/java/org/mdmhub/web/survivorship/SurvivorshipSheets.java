package org.mdmhub.web.survivorship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Rule;
import org.mdmhub.merge.SourceTrust;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.source.SourceSystems;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules as they are shown: all kinds of master in a list, and one in words with the requests that made it so. */
@Component
class SurvivorshipSheets {

    static final String PLACE = "/standard/survivorship";

    private static final int YEAR = 365;
    private static final String REQUESTS = """
            select id, number, kind, status, requested_by, created_at from change_request
            where type = 'survivorship' and subject = ? order by id desc limit 50
            """;

    private final SurvivorshipBook book;
    private final SourceSystems systems;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;
    private final Times times;
    private final JdbcClient jdbc;

    SurvivorshipSheets(
            SurvivorshipBook book,
            SourceSystems systems,
            Organisations organisations,
            Labels labels,
            Texts texts,
            Times times,
            JdbcClient jdbc) {
        this.book = book;
        this.systems = systems;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
        this.jdbc = jdbc;
    }

    /**
     * One kind of master.
     *
     * @param version 0 where what was shipped holds
     * @param otherwise rules of the fields that are not in {@code fields}
     */
    record Sheet(
            String type,
            String name,
            int version,
            boolean readable,
            Table fields,
            String otherwise,
            Table sources,
            Table requests) {}

    String name(String type) {
        return texts.or("nav." + type, type);
    }

    Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String type : book.types()) {
            SurvivorshipBook.Entry entry = book.of(type);
            String state = entry.readable() ? entry.version() == 0 ? "SHIPPED" : "ON" : "BROKEN";
            rows.add(List.of(
                    Cell.name(name(type), PLACE + "?key=" + type),
                    Cell.text(rules(entry.rules().otherwise())),
                    Cell.number(String.valueOf(entry.rules().fields().size())),
                    Cell.state(state, texts.of("survivorship.state." + state))));
        }
        return new Table(texts.of("survivorship.title"), heads("type", "otherwise", "own", "state"), rows);
    }

    private List<String> heads(String... names) {
        return Arrays.stream(names)
                .map(name -> texts.of("survivorship.head." + name))
                .toList();
    }

    private String rules(List<Rule> rules) {
        return rules.stream()
                .map(rule -> texts.of("survivorship.rule." + rule.key()))
                .collect(Collectors.joining(texts.of("survivorship.then")));
    }

    Sheet sheet(String type, Actor reader) {
        SurvivorshipBook.Entry entry = book.of(type);
        List<List<Cell>> fields = new ArrayList<>();
        entry.rules()
                .fields()
                .forEach((field, rules) ->
                        fields.add(List.of(Cell.text(labels.field(type, field)), Cell.text(rules(rules)))));
        return new Sheet(
                type,
                name(type),
                entry.version(),
                entry.readable(),
                new Table(texts.of("survivorship.fields"), heads("field", "rules"), fields),
                rules(entry.rules().otherwise()),
                sources(entry.rules().sources()),
                requests(type, reader));
    }

    /** Each system with what is left of the trust in a value that is so old. */
    private Table sources(List<SourceTrust> sources) {
        Map<String, String> names = systems.names(LocaleContextHolder.getLocale());
        Instant now = Instant.EPOCH;
        List<List<Cell>> rows = sources.stream()
                .map(one -> List.of(
                        Cell.text(SurvivorshipFields.name(one.source(), names, texts)),
                        Cell.number(figure(one.trust())),
                        Cell.text(halfLife(one.halfLifeDays())),
                        Cell.number(figure(one.at(now.minus(Duration.ofDays(YEAR)), now))),
                        Cell.number(figure(one.at(now.minus(Duration.ofDays(3L * YEAR)), now)))))
                .toList();
        return new Table(
                texts.of("survivorship.sources"), heads("source", "trust", "halfLife", "year", "threeYears"), rows);
    }

    private static String figure(double trust) {
        return String.format(LocaleContextHolder.getLocale(), "%.2f", trust);
    }

    private String halfLife(@Nullable Integer days) {
        return days == null ? texts.of("survivorship.never") : texts.of("survivorship.days", days);
    }

    private Table requests(String type, Actor reader) {
        boolean sees = reader.units().contains(organisations.top().id());
        List<List<Cell>> rows = jdbc.sql(REQUESTS)
                .param(type)
                .query((row, number) -> List.of(
                        Cell.code(row.getString("number"), sees ? "/inbox/" + row.getString("id") : null),
                        Cell.text(texts.of("kind." + row.getString("kind") + ".survivorship")),
                        Cell.state(row.getString("status"), texts.of("status." + row.getString("status"))),
                        Cell.text(Objects.requireNonNull(row.getString("requested_by"))),
                        Cell.time(
                                times.ago(row.getTimestamp("created_at").toInstant()),
                                times.exact(row.getTimestamp("created_at").toInstant()))))
                .list();
        return new Table(
                texts.of("survivorship.requests"), heads("request", "kind", "state", "asked", "changed"), rows);
    }
}
