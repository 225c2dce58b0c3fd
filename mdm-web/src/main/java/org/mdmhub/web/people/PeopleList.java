package org.mdmhub.web.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All users, page by page in the order of their logins. */
@Component
class PeopleList {

    private static final int ROWS = 50;

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Labels labels;
    private final Times times;

    PeopleList(JdbcClient jdbc, Texts texts, Labels labels, Times times) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.labels = labels;
        this.times = times;
    }

    /** A page; {@code next} is what the next one begins behind, null at the end. */
    record View(Table table, @Nullable String next) {}

    /** @param roles as {@code ROLE ORGANISATION}, one a line */
    private record Row(
            String login,
            String name,
            boolean disabled,
            boolean invited,
            String roles,
            @Nullable Long seen) {}

    /** @param wanted part of login or name, empty for all */
    View page(String wanted, String after) {
        List<Row> found = jdbc.sql("select u.login, u.name, u.disabled, u.password_at is null as invited,"
                        + " coalesce((select string_agg(r.role || ' ' || o.code, E'\\n' order by r.role, o.code)"
                        + " from user_role r join org_unit o on o.id = r.org_unit_id where r.login = u.login), '') as roles,"
                        + " (select max(s.last_access_time) from spring_session s where s.principal_name = u.login) as seen"
                        + " from app_user u where u.login > ? and position(lower(?) in lower(u.login || ' ' || u.name)) > 0"
                        + " order by u.login limit ?")
                .params(after, wanted, ROWS + 1)
                .query((row, number) -> new Row(
                        row.getString("login"),
                        row.getString("name"),
                        row.getBoolean("disabled"),
                        row.getBoolean("invited"),
                        row.getString("roles"),
                        row.getObject("seen", Long.class)))
                .list();
        List<Row> page = found.subList(0, Math.min(ROWS, found.size()));
        List<String> heads = IntStream.rangeClosed(1, 5)
                .mapToObj(column -> texts.of("people.head." + column))
                .toList();
        return new View(
                new Table(
                        texts.of("people.title"),
                        heads,
                        page.stream().map(this::cells).toList()),
                found.size() > ROWS ? page.get(ROWS - 1).login() : null);
    }

    private List<Table.Cell> cells(Row row) {
        Long seen = row.seen();
        return List.of(
                Table.Cell.name(row.name(), "/people/" + row.login()),
                Table.Cell.code(row.login(), null),
                state(row.disabled(), row.invited()),
                Table.Cell.text(roles(row.roles())),
                seen == null
                        ? Table.Cell.text("")
                        : Table.Cell.time(
                                times.ago(Instant.ofEpochMilli(seen)), times.exact(Instant.ofEpochMilli(seen))));
    }

    Table.Cell state(boolean disabled, boolean invited) {
        String state = disabled ? "REJECTED" : invited ? "RETURNED" : "ACTIVE";
        return Table.Cell.state(state, texts.of("people.state." + state));
    }

    private String roles(String lines) {
        return Arrays.stream(lines.split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        part -> part[1],
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(part -> texts.of("role." + part[0]), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> labels.organisation(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
