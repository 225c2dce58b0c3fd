package org.mdmhub.listing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.Owner;
import org.mdmhub.record.FieldValues;
import org.mdmhub.reference.SheetFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of lists and their rows. */
@Component
class ListTable {

    private static final int CHUNK = 1000;

    private static final String CREATE = """
            insert into given_list (type, given_by, file_name, sha256, delimiter, headers, fields, rows, asked_key)
            values (?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?) returning id
            """;

    private static final String ADD = "insert into given_row (list_id, line, cells)"
            + " select ?, r.line, r.cells from jsonb_to_recordset(?::jsonb) r(line integer, cells text[])";

    private static final String FOUND = """
            update given_row set compared = ?::jsonb, outcome = ?, record_id = ?, request_id = ?, org_unit_id = ?,
                name = ?, score = ?, evidence = ?::jsonb, prior = ?
            where list_id = ? and line = ?
            """;

    private static final String COUNT = """
            update given_list set read = read + ?, matched = matched + ?, possible = possible + ?, alone = alone + ?,
                unread = unread + ?
            where id = ? and state = 'RUNNING'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a row is compared by. */
    record Compared(int line, FieldValues values) {}

    UUID create(Given given, String sha256, SheetFile sheet, List<String> fields) {
        return jdbc.sql(CREATE)
                .param(1, given.type())
                .param(2, given.login())
                .param(3, given.fileName())
                .param(4, sha256)
                .param(5, String.valueOf(sheet.delimiter()))
                .param(6, sheet.headers().toArray(String[]::new))
                .param(7, fields.toArray(String[]::new))
                .param(8, sheet.rows().size())
                .param(9, given.key(), Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    /** What came with a key before: its list, its type and the fingerprint of its file. */
    record Known(UUID id, String type, String sha256) {}

    Optional<Known> known(String login, String key) {
        return jdbc.sql("select id, type, sha256 from given_list where given_by = ? and asked_key = ?")
                .params(login, key)
                .query((row, number) ->
                        new Known(row.getObject("id", UUID.class), row.getString("type"), row.getString("sha256")))
                .optional();
    }

    void add(UUID list, List<SheetFile.Row> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<SheetFile.Row> some = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            jdbc.sql(ADD).params(list, json.writeValueAsString(some)).update();
        }
    }

    void begun(UUID list, UUID job) {
        jdbc.sql("update given_list set job_id = ? where id = ?")
                .params(job, list)
                .update();
    }

    Optional<GivenList> find(UUID list) {
        return jdbc.sql("select * from given_list where id = ? and deleted_at is null")
                .param(list)
                .query(ListTable::list)
                .optional();
    }

    /** His, the newest first. */
    List<GivenList> of(String login) {
        return jdbc.sql("select * from given_list where given_by = ? and deleted_at is null order by given_at desc, id")
                .param(login)
                .query(ListTable::list)
                .list();
    }

    /** Rows behind a line, in their order. */
    List<ListRow> rows(UUID list, int after, int most) {
        return jdbc.sql("select r.*, l.type from given_row r join given_list l on l.id = r.list_id"
                        + " where list_id = ? and line > ? order by line limit ?")
                .params(list, after, most)
                .query(this::row)
                .list();
    }

    /** The first rows of one outcome. */
    List<ListRow> rows(UUID list, String outcome, int most) {
        return jdbc.sql("select r.*, l.type from given_row r join given_list l on l.id = r.list_id"
                        + " where list_id = ? and outcome = ? order by line limit ?")
                .params(list, outcome, most)
                .query(this::row)
                .list();
    }

    /** The first rows that stand in it more than once, group by group. */
    List<ListRow> twins(UUID list, int most) {
        return jdbc.sql("select r.*, l.type from given_row r join given_list l on l.id = r.list_id"
                        + " where list_id = ? and twin is not null order by twin, line limit ?")
                .params(list, most)
                .query(this::row)
                .list();
    }

    List<Compared> compared(UUID list) {
        return jdbc.sql("select line, compared from given_row where list_id = ? and compared is not null order by line")
                .param(list)
                .query((row, number) -> new Compared(
                        row.getInt("line"),
                        FieldValues.of(json.readValue(
                                row.getString("compared"), new TypeReference<Map<String, Object>>() {}))))
                .list();
    }

    void found(UUID list, int line, FieldValues values, String outcome, @Nullable Candidate best) {
        jdbc.sql(FOUND)
                .param(1, outcome.equals("UNREAD") ? null : json.writeValueAsString(values.asMap()), Types.VARCHAR)
                .param(2, outcome)
                .param(3, best == null ? null : best.owner().recordId(), Types.BIGINT)
                .param(4, best == null ? null : best.owner().requestId(), Types.OTHER)
                .param(5, best == null ? null : best.orgUnitId(), Types.INTEGER)
                .param(6, best == null ? null : best.name(), Types.VARCHAR)
                .param(7, best == null ? null : best.score(), Types.DOUBLE)
                .param(8, best == null ? null : json.writeValueAsString(best.evidence()), Types.VARCHAR)
                .param(9, best == null ? null : best.prior(), Types.DOUBLE)
                .param(10, list)
                .param(11, line)
                .update();
    }

    /** False where the list was given up meanwhile. */
    boolean count(UUID list, int read, int matched, int possible, int alone, int unread) {
        return jdbc.sql(COUNT)
                        .params(read, matched, possible, alone, unread, list)
                        .update()
                > 0;
    }

    /** @param groups line to the number of its group */
    boolean done(UUID list, Map<Integer, Integer> groups) {
        List<Integer> lines = new ArrayList<>(groups.keySet());
        jdbc.sql("update given_row r set twin = g.twin from unnest(?::integer[], ?::integer[]) g(line, twin)"
                        + " where r.list_id = ? and r.line = g.line")
                .params(
                        lines.toArray(Integer[]::new),
                        lines.stream().map(groups::get).toArray(Integer[]::new),
                        list)
                .update();
        return jdbc.sql("update given_list set state = 'DONE', twice = ?, finished_at = now()"
                                + " where id = ? and state = 'RUNNING'")
                        .params(lines.size(), list)
                        .update()
                > 0;
    }

    void end(UUID list, GivenList.State state) {
        jdbc.sql("update given_list set state = ?, finished_at = now() where id = ? and state = 'RUNNING'")
                .params(state.name(), list)
                .update();
    }

    void delete(UUID list) {
        jdbc.sql("delete from given_row where list_id = ?").param(list).update();
        jdbc.sql("update given_list set deleted_at = now() where id = ? and deleted_at is null")
                .param(list)
                .update();
    }

    /** Some that were given in so many days ago. */
    List<UUID> old(long days, int most) {
        return jdbc.sql("select id from given_list where deleted_at is null and state <> 'RUNNING'"
                        + " and given_at < now() - make_interval(days => ?::integer) order by given_at limit ?")
                .params(days, most)
                .query(UUID.class)
                .list();
    }

    private static GivenList list(ResultSet row, int number) throws SQLException {
        return new GivenList(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("given_by"),
                row.getTimestamp("given_at").toInstant(),
                row.getString("file_name"),
                row.getString("delimiter").charAt(0),
                texts(row.getArray("headers")),
                texts(row.getArray("fields")),
                GivenList.State.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("read"),
                row.getInt("matched"),
                row.getInt("possible"),
                row.getInt("alone"),
                row.getInt("unread"),
                row.getInt("twice"),
                row.getObject("job_id", UUID.class));
    }

    private ListRow row(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new ListRow(
                row.getInt("line"),
                texts(row.getArray("cells")),
                outcome == null ? "" : outcome,
                best(row),
                row.getObject("twin", Integer.class));
    }

    private @Nullable Candidate best(ResultSet row) throws SQLException {
        Long record = row.getObject("record_id", Long.class);
        UUID request = row.getObject("request_id", UUID.class);
        if (record == null && request == null) {
            return null;
        }
        Map<String, Object> compared = json.readValue(row.getString("compared"), new TypeReference<>() {});
        return new Candidate(
                new Owner(record, request),
                row.getString("type"),
                String.valueOf(compared.getOrDefault("name", "")),
                row.getInt("org_unit_id"),
                row.getString("name"),
                row.getDouble("score"),
                MatchOutcome.valueOf(row.getString("outcome")),
                json.readValue(row.getString("evidence"), new TypeReference<List<Evidence>>() {}),
                row.getDouble("prior"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
