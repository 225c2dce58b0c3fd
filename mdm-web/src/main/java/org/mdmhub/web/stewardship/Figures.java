package org.mdmhub.web.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts steps and requests by the database, each over an index. Times are working time in seconds. */
@Component
class Figures {

    private static final int MOST = 60;

    private static final String OPEN = " from step_time where done_at is null and unit_id = any (:units)"
            + " and (:type::text is null or type = :type)";
    private static final String DONE = " from step_time where done_at >= :since and unit_id = any (:units)"
            + " and (:type::text is null or type = :type)";
    private static final String TIMES = " percentile_cont(0.5) within group (order by worked_seconds) as median,"
            + " percentile_cont(0.9) within group (order by worked_seconds) as p90,"
            + " count(*) filter (where due_at < done_at) as late";
    private static final String REQUESTS =
            " and owner_unit_id = any (:units) and (:type::text is null or type = :type)";

    private static final String REJECTED = " from decision d join change_request r on r.id = d.request_id"
            + " where d.decided_at >= :since and d.verdict <> 'APPROVE' and r.owner_unit_id = any (:units)"
            + " and (:type::text is null or r.type = :type)";

    private static final String WAITING = "select unit_id, roles, count(*) as open, min(opened_at) as oldest,"
            + " count(*) filter (where due_at < :now) as late" + OPEN
            + " group by unit_id, roles order by min(opened_at) limit " + MOST;
    private static final String BY_SEATS = doneBy("roles", "step");
    private static final String BY_PERSON = doneBy("decided_by", "0");
    private static final String BY_UNIT = doneBy("unit_id::text", "0");
    private static final String SUMS = "select count(*) filter (where d.verdict = 'RETURN') as returned,"
            + " count(*) filter (where d.verdict = 'REJECT') as rejected" + REJECTED;
    private static final String SUBMITTED = days("submitted_at", "submitted_at >= :since");
    private static final String APPLIED = days("applied_at", "status = 'APPLIED' and applied_at >= :since");
    private static final String RETURNED_FIELDS = returnedBy("jsonb_array_elements_text(d.fields)");
    private static final String RETURNED_REASONS = returnedBy("r.reason_code");

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Steps that wait: with whom and where, how many, since when the oldest, and how many of them are late. */
    record Waiting(int unit, String seats, long open, Instant oldest, long late) {}

    /** Steps that were done; times are null where none was kept. */
    record Done(
            String key,
            int step,
            long done,
            long returned,
            long rejected,
            @Nullable Long median,
            @Nullable Long p90,
            long late) {}

    /** Fields that were to be mended, or reasons of requests that came back. */
    record Returned(String type, String key, long count) {}

    /** How many decisions of the period were none of approval. */
    record Sums(long returned, long rejected) {}

    private static String doneBy(String key, String step) {
        return "select " + key + " as key, " + step + " as step, count(*) as done,"
                + " count(*) filter (where verdict = 'RETURN') as returned,"
                + " count(*) filter (where verdict = 'REJECT') as rejected," + TIMES + DONE
                + " and decided_by is not null group by 1, 2 order by 2, count(*) desc limit " + MOST;
    }

    private static String days(String column, String which) {
        return "select date_trunc(:unit, " + column + " at time zone :zone)::date as day, count(*) as figure"
                + " from change_request where " + which + REQUESTS + " group by 1";
    }

    private static String returnedBy(String key) {
        return "select type, key, count(*) as figure from (select r.type, " + key + " as key" + REJECTED
                + ") came group by 1, 2 order by 3 desc limit 12";
    }

    List<Waiting> waiting(Scope scope) {
        return scope.on(jdbc.sql(WAITING))
                .query((row, number) -> new Waiting(
                        row.getInt("unit_id"),
                        row.getString("roles"),
                        row.getLong("open"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant(),
                        row.getLong("late")))
                .list();
    }

    List<Done> bySeats(Scope scope) {
        return scope.on(jdbc.sql(BY_SEATS)).query(Figures::done).list();
    }

    List<Done> byPerson(Scope scope) {
        return scope.on(jdbc.sql(BY_PERSON)).query(Figures::done).list();
    }

    List<Done> byUnit(Scope scope) {
        return scope.on(jdbc.sql(BY_UNIT)).query(Figures::done).list();
    }

    private static Done done(ResultSet row, int number) throws SQLException {
        return new Done(
                row.getString("key"),
                row.getInt("step"),
                row.getLong("done"),
                row.getLong("returned"),
                row.getLong("rejected"),
                seconds(row, "median"),
                seconds(row, "p90"),
                row.getLong("late"));
    }

    private static @Nullable Long seconds(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value);
    }

    Sums sums(Scope scope) {
        return scope.on(jdbc.sql(SUMS))
                .query((row, number) -> new Sums(row.getLong("returned"), row.getLong("rejected")))
                .single();
    }

    /** Requests sent a day or a week. */
    Map<LocalDate, Long> submitted(Scope scope) {
        return days(scope, jdbc.sql(SUBMITTED));
    }

    Map<LocalDate, Long> applied(Scope scope) {
        return days(scope, jdbc.sql(APPLIED));
    }

    private static Map<LocalDate, Long> days(Scope scope, JdbcClient.StatementSpec statement) {
        Map<LocalDate, Long> days = new TreeMap<>();
        scope.on(statement)
                .param("unit", scope.period().weekly() ? "week" : "day")
                .param("zone", ZoneId.systemDefault().getId())
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("figure"));
                });
        return days;
    }

    List<Returned> returnedFields(Scope scope) {
        return scope.on(jdbc.sql(RETURNED_FIELDS)).query(Figures::returned).list();
    }

    List<Returned> returnedReasons(Scope scope) {
        return scope.on(jdbc.sql(RETURNED_REASONS)).query(Figures::returned).list();
    }

    private static Returned returned(ResultSet row, int number) throws SQLException {
        return new Returned(row.getString("type"), row.getString("key"), row.getLong("figure"));
    }
}
