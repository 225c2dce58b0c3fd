package org.mdmhub.web.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.RequestReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of what somebody asked for. */
@Component
class AskedDesk {

    private static final int MOST = 100;
    private static final int SHOWN = 5;

    // those that he must take up again come first
    private static final List<ChangeStatus> OPEN = List.of(
            ChangeStatus.RETURNED,
            ChangeStatus.CONFLICT,
            ChangeStatus.IN_REVIEW,
            ChangeStatus.SCHEDULED,
            ChangeStatus.DRAFT);

    private static final String COUNTS = """
            select state.status, (select count(*) from (select from change_request r
                where r.requested_by = :me and r.status = state.status limit :limit) few) as requests
            from unnest(:states::text[]) state (status)
            """;

    private static final String IN_STATES = "select id from change_request"
            + " where requested_by = ? and status in ('RETURNED', 'CONFLICT') order by id limit ?";

    private static final String APPLIED = "select id from change_request"
            + " where requested_by = ? and status = 'APPLIED' order by applied_at desc limit ?";

    private final JdbcClient jdbc;
    private final RequestReader requests;
    private final RequestRows rows;

    AskedDesk(JdbcClient jdbc, RequestReader requests, RequestRows rows) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.rows = rows;
    }

    /** How many are in a state, as it is said. */
    record State(String status, String count) {}

    /**
     * What he asked for.
     *
     * @param states with requests in them
     * @param back what came back to him
     * @param done what was applied last, newest first
     */
    record View(List<State> states, List<RequestRows.Row> back, List<RequestRows.Row> done) {

        public boolean isEmpty() {
            return states.isEmpty() && done.isEmpty();
        }
    }

    View view(Actor reader) {
        List<State> states = states(reader);
        boolean anyBack = states.stream()
                .anyMatch(state ->
                        state.status().equals("RETURNED") || state.status().equals("CONFLICT"));
        return new View(states, anyBack ? rows.of(requests.lines(back(reader), reader)) : List.of(), done(reader));
    }

    private List<State> states(Actor reader) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("me", reader.login())
                .param("states", OPEN.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", MOST)
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("requests"));
                });
        List<State> states = new ArrayList<>();
        for (ChangeStatus status : OPEN) {
            long count = counts.getOrDefault(status.name(), 0L);
            if (count > 0) {
                states.add(new State(status.name(), count == MOST ? MOST - 1 + "+" : String.valueOf(count)));
            }
        }
        return states;
    }

    private List<UUID> back(Actor reader) {
        return jdbc.sql(IN_STATES)
                .params(reader.login(), SHOWN)
                .query(UUID.class)
                .list();
    }

    private List<RequestRows.Row> done(Actor reader) {
        List<UUID> ids = jdbc.sql(APPLIED)
                .params(reader.login(), SHOWN)
                .query(UUID.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<RequestRows.Row> done = new ArrayList<>(rows.of(requests.lines(ids, reader)));
        done.sort((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())));
        return done;
    }
}
