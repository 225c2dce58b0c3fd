package org.mdmhub.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each step began to wait, is due and was done, kept in the transaction that opens or closes it. */
@Component
public class StepTimes {

    private static final int REMIND_AT_PERCENT = 75;
    private static final int LONGEST_SEATS = 200;

    private final JdbcClient jdbc;
    private final DueTimes times;

    StepTimes(JdbcClient jdbc, DueTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * The time of one step.
     *
     * @param dueAt null where it is never late
     * @param doneAt null while it waits
     */
    public record StepTime(
            UUID request,
            int round,
            int step,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt) {

        /** Whether it was done after it was due, or waits longer. */
        public boolean late(Instant now) {
            Instant end = doneAt == null ? now : doneAt;
            return dueAt != null && dueAt.isBefore(end);
        }
    }

    /** Steps of the request's present round, in their order. */
    public List<StepTime> of(ChangeRequest request) {
        return jdbc.sql("select * from step_time where request_id = ? and round = ? order by step")
                .params(request.id(), request.round())
                .query(StepTimes::read)
                .list();
    }

    /** A step begins to wait; returns when it is due, null where it never is. */
    @Nullable
    Instant opened(ChangeRequest request, Step step, Instant now) {
        int unit = request.ownerUnitId();
        Integer hours = step.dueHours();
        Duration work = hours == null ? null : Duration.ofHours(hours);
        Instant due = work == null ? null : times.due(unit, now, work);
        Instant remind = work == null
                ? null
                : times.due(unit, now, work.multipliedBy(REMIND_AT_PERCENT).dividedBy(100));
        jdbc.sql(
                        "insert into step_time (request_id, round, step, unit_id, type, kind, roles, opened_at, remind_at, due_at)"
                                + " values (:request, :round, :step, :unit, :type, :kind, :seats, :now, :remind, :due) on conflict (request_id, round, step) do update"
                                + " set opened_at = excluded.opened_at, remind_at = excluded.remind_at, due_at = excluded.due_at,"
                                + " reminded = false, late_told = false, done_at = null, worked_seconds = null, verdict = null,"
                                + " decided_by = null")
                .param("request", request.id())
                .param("round", request.round())
                .param("step", step.step())
                .param("unit", unit)
                .param("type", request.type())
                .param("kind", request.kind().name())
                .param("seats", seats(step))
                .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("remind", at(remind), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", at(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return due;
    }

    private static String seats(Step step) {
        String seats = Stream.concat(step.roles().stream().map(Enum::name), step.people().stream())
                .collect(Collectors.joining(","));
        return seats.substring(0, Math.min(LONGEST_SEATS, seats.length()));
    }

    /** Only these steps of the request still wait; the others are done, by the last decision on each. */
    void closed(ChangeRequest request, Integer[] open, Instant now) {
        List<StepTime> done = jdbc.sql("select * from step_time where request_id = ? and done_at is null"
                        + " and (round <> ? or step <> all (?::integer[]))")
                .params(request.id(), request.round(), open)
                .query(StepTimes::read)
                .list();
        done.forEach(step -> jdbc.sql("update step_time t set done_at = :now, worked_seconds = :worked,"
                        + " (verdict, decided_by) = (select d.verdict, d.decided_by from decision d"
                        + " where d.request_id = t.request_id and d.round = t.round and d.step = t.step"
                        + " order by d.decided_at desc limit 1)"
                        + " where request_id = :request and round = :round and step = :step")
                .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "worked",
                        Math.max(
                                0,
                                times.worked(request.ownerUnitId(), step.openedAt(), now)
                                        .toSeconds()))
                .param("request", step.request())
                .param("round", step.round())
                .param("step", step.step())
                .update());
    }

    private static StepTime read(ResultSet row, int number) throws SQLException {
        return new StepTime(
                row.getObject("request_id", UUID.class),
                row.getInt("round"),
                row.getInt("step"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
