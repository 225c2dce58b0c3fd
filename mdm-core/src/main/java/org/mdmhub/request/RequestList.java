package org.mdmhub.request;

import static org.mdmhub.request.RequestStatements.ALL;
import static org.mdmhub.request.RequestStatements.ALL_BACKWARDS;
import static org.mdmhub.request.RequestStatements.IN_REACH;
import static org.mdmhub.request.RequestStatements.IN_REACH_BACKWARDS;
import static org.mdmhub.request.RequestStatements.MINE;
import static org.mdmhub.request.RequestStatements.MINE_BACKWARDS;
import static org.mdmhub.request.RequestStatements.PLANNED_FOR_ITS_VALUES;
import static org.mdmhub.request.RequestStatements.WAITING;
import static org.mdmhub.request.RequestStatements.WAITING_BACKWARDS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the requests of a reader's organisations, by keyset in the order in which they were opened. */
@Component
public class RequestList {

    private static final String OPEN_ON = """
            select r.id from change_request r
            where r.record_id = :record
              and r.status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT')
              and (r.status <> 'DRAFT' or r.requested_by = :me)
              and (r.requested_by = :me or r.org_unit_id = any (:units) or r.owner_unit_id = any (:units))
            order by r.id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final ChangeRequests requests;
    private final Delegations delegations;

    RequestList(JdbcClient jdbc, ChangeRequests requests, Delegations delegations) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.delegations = delegations;
    }

    /** Whose list it is. */
    public enum Desk {
        /** What the reader may decide on now. */
        WAITING,
        /** What the reader asked for. */
        MINE,
        /** The same, what came back to him. */
        RETURNED,
        /** What is open in his organisations. */
        OPEN,
        /** All in his organisations. */
        ALL
    }

    /**
     * A page that is asked for.
     *
     * @param newestFirst in the order of opening backwards
     * @param after last id of the page before
     */
    public record Query(Desk desk, RequestFilter filter, boolean newestFirst, UUID after, int limit) {

        /** What a page begins behind where none came before it, newest first. */
        public static final UUID NEWEST = new UUID(-1, -1);

        /** What it begins behind in the order of opening. */
        public static final UUID OLDEST = new UUID(0, 0);

        /** In the order of opening, open or not. */
        public Query(
                @Nullable ChangeStatus status,
                @Nullable String type,
                boolean waitsForMe,
                boolean mine,
                UUID after,
                int limit) {
            this(
                    waitsForMe ? Desk.WAITING : mine ? Desk.MINE : Desk.ALL,
                    RequestFilter.NONE.with(status).ofType(type),
                    false,
                    after,
                    limit);
        }
    }

    /** A request that waits for somebody, and since when. */
    public record Waiting(UUID id, ChangeKind kind, Instant since) {}

    /** What the reader may decide on now, oldest first: of a list that may be long as many as are worth counting. */
    public List<Waiting> waiting(Actor reader, int most) {
        List<UUID> ids = ids(new Query(Desk.WAITING, RequestFilter.NONE, false, Query.OLDEST, most), reader);
        return jdbc.sql("select id, kind, coalesce(submitted_at, created_at) as since from change_request"
                        + " where id = any (?) order by id")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    public List<ChangeRequest> page(Query query, Actor reader) {
        List<UUID> ids = ids(query, reader);
        List<ChangeRequest> page = new ArrayList<>(requests.all(ids));
        if (query.newestFirst()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** How many there are, counted to the query's limit at most. */
    public int count(Query query, Actor reader) {
        return ids(query, reader).size();
    }

    /**
     * What a list says of a request at a glance.
     *
     * @param due when its step becomes late; null where it never does or nobody waits
     * @param score of what looked most like it when it was sent, null where nothing did
     */
    public record Mark(@Nullable Instant due, @Nullable Double score) {}

    /** Of each of the requests. */
    public Map<UUID, Mark> marks(List<UUID> ids) {
        Map<UUID, Mark> marks = new HashMap<>();
        jdbc.sql("select r.id, r.match_score, (select min(o.due_at) from open_step o where o.request_id = r.id) as due"
                        + " from change_request r where r.id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
                    double score = row.getDouble("match_score");
                    marks.put(
                            row.getObject("id", UUID.class),
                            new Mark(due == null ? null : due.toInstant(), row.wasNull() ? null : score));
                });
        return marks;
    }

    /** Ids of a page, in its order. */
    public List<UUID> ids(Query query, Actor reader) {
        if (query.desk() == Desk.WAITING && contradicts(query.filter().status())) {
            return List.of();
        }
        jdbc.sql(PLANNED_FOR_ITS_VALUES).update();
        Map<String, @Nullable Object> values = values(query, reader);
        if (query.desk() == Desk.WAITING) {
            lent(delegations.lenders(reader.login()), values);
        }
        return statement(query).params(values).query(UUID.class).list();
    }

    /** The text of the statement behind a query, for whoever wants to see how it is planned. */
    public static String text(Query query) {
        boolean back = query.newestFirst();
        return switch (query.desk()) {
            case WAITING -> back ? WAITING_BACKWARDS : WAITING;
            case OPEN -> back ? IN_REACH_BACKWARDS : IN_REACH;
            case MINE, RETURNED -> back ? MINE_BACKWARDS : MINE;
            case ALL -> back ? ALL_BACKWARDS : ALL;
        };
    }

    /** Its values by name. */
    public static Map<String, @Nullable Object> values(Query query, Actor reader) {
        Map<String, @Nullable Object> values = new HashMap<>();
        RequestFilter filter = query.filter();
        filter.into(values);
        values.put("open", query.desk() == Desk.MINE && filter.open());
        values.put("back", query.desk() == Desk.RETURNED);
        values.put("after", query.after());
        values.put("limit", query.limit());
        values.put("me", reader.login());
        values.put("units", reader.units().toArray(Integer[]::new));
        seats(reader, values);
        lent(List.of(), values);
        return values;
    }

    private static boolean contradicts(@Nullable ChangeStatus status) {
        return status != null && status != ChangeStatus.IN_REVIEW;
    }

    private JdbcClient.StatementSpec statement(Query query) {
        boolean back = query.newestFirst();
        return switch (query.desk()) {
            case WAITING -> back ? jdbc.sql(WAITING_BACKWARDS) : jdbc.sql(WAITING);
            case OPEN -> back ? jdbc.sql(IN_REACH_BACKWARDS) : jdbc.sql(IN_REACH);
            case MINE, RETURNED -> back ? jdbc.sql(MINE_BACKWARDS) : jdbc.sql(MINE);
            case ALL -> back ? jdbc.sql(ALL_BACKWARDS) : jdbc.sql(ALL);
        };
    }

    /** The seats of those for whom he decides. */
    private static void lent(List<Actor> lenders, Map<String, @Nullable Object> values) {
        List<String> logins = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        lenders.forEach(lender -> lender.roles()
                .forEach((role, held) -> held.forEach(unit -> {
                    logins.add(lender.login());
                    roles.add(role.name());
                    units.add(unit);
                })));
        values.put("lenders", logins.toArray(String[]::new));
        values.put("lentRoles", roles.toArray(String[]::new));
        values.put("lentHeld", units.toArray(Integer[]::new));
        values.put("lentLogins", lenders.stream().map(Actor::login).toArray(String[]::new));
    }

    /** Each role in each organisation where he holds it. */
    private static void seats(Actor reader, Map<String, @Nullable Object> values) {
        List<String> roles = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        reader.roles()
                .forEach((role, held) -> held.forEach(unit -> {
                    roles.add(role.name());
                    units.add(unit);
                }));
        values.put("roles", roles.toArray(String[]::new));
        values.put("held", units.toArray(Integer[]::new));
    }

    /** What is open on a record and not somebody else's draft, newest first. */
    public List<ChangeRequest> openOn(long record, Actor reader, int most) {
        List<UUID> ids = jdbc.sql(OPEN_ON)
                .param("record", record)
                .param("me", reader.login())
                .param("units", reader.units().toArray(Integer[]::new))
                .param("limit", most)
                .query(UUID.class)
                .list();
        List<ChangeRequest> open = new ArrayList<>(requests.all(ids));
        Collections.reverse(open);
        return open;
    }
}
