package org.mdmhub.request;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that wait now and who may take them, kept in the transaction that changes either. */
@Component
public class OpenSteps {

    private final JdbcClient jdbc;
    private final StepTimes times;

    OpenSteps(JdbcClient jdbc, StepTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** Makes these, and no others, the steps of the request that wait; what waited before keeps its seats. */
    void keep(ChangeRequest request, List<Step> open, Instant now) {
        Integer[] numbers = open.stream().map(Step::step).toArray(Integer[]::new);
        jdbc.sql("delete from open_step where request_id = ? and step <> all (?::integer[])")
                .params(request.id(), numbers)
                .update();
        times.closed(request, numbers, now);
        Set<Integer> waited = seats(request.id()).stream().map(Seat::step).collect(Collectors.toSet());
        open.stream().filter(step -> !waited.contains(step.step())).forEach(step -> {
            Instant due = times.opened(request, step, now);
            step.seats().forEach(seat -> add(request, seat, now, due, false));
        });
    }

    /** Leaves a step that waits to one person; since when it waits stays as it is. */
    void give(ChangeRequest request, int step, String login) {
        jdbc.sql("insert into open_step (request_id, step, login, unit_id, type, kind, since, due_at)"
                        + " select request_id, step, ?, min(unit_id), min(type), min(kind), min(since), min(due_at)"
                        + " from open_step where request_id = ? and step = ? group by request_id, step"
                        + " on conflict do nothing")
                .params(login, request.id(), step)
                .update();
        jdbc.sql("delete from open_step where request_id = ? and step = ? and login is distinct from ?")
                .params(request.id(), step, login)
                .update();
    }

    /** Admits these roles too, for the step is late; its other seats stay. */
    public void escalate(ChangeRequest request, int step, List<Role> roles, Instant since, @Nullable Instant due) {
        roles.forEach(role -> add(request, new Seat(step, role, null), since, due, true));
    }

    private void add(ChangeRequest request, Seat seat, Instant since, @Nullable Instant due, boolean escalated) {
        Role role = seat.role();
        jdbc.sql("insert into open_step (request_id, step, role, login, unit_id, type, kind, since, due_at, escalated)"
                        + " values (:request, :step, :role, :login, :unit, :type, :kind, :since, :due, :escalated)"
                        + " on conflict do nothing")
                .param("request", request.id())
                .param("step", seat.step())
                .param("role", role == null ? null : role.name(), Types.VARCHAR)
                .param("login", seat.login(), Types.VARCHAR)
                .param("unit", request.ownerUnitId())
                .param("type", request.type())
                .param("kind", request.kind().name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("escalated", escalated)
                .update();
    }

    /** Who may take which step of the request now. */
    public List<Seat> seats(UUID request) {
        return jdbc.sql("select step, role, login from open_step where request_id = ? order by step, id")
                .param(request)
                .query((row, number) ->
                        new Seat(row.getInt("step"), role(row.getString("role")), row.getString("login")))
                .list();
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }
}
