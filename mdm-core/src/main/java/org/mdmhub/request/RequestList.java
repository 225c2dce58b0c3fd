package org.mdmhub.request;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the requests of a reader's organisations, by keyset in the order in which they were opened. */
@Component
public class RequestList {

    // what waits for somebody: his role fits the step that is next, and nothing of it is his own
    // a plan for all values would walk through the closed requests, which are many, to the few that are open
    private static final String PLANNED_FOR_ITS_VALUES = "set local plan_cache_mode = force_custom_plan";

    // as one value, so that each row is asked about by itself and none of the tables is read as a whole
    private static final String WAITS = """
            (select not exists (select from request_author a where a.request_id = r.id and a.login = :me)
                and not exists (select from decision d where d.request_id = r.id and d.round = r.round
                    and d.decided_by = :me)
                and exists (select from open_step o where o.request_id = r.id
                    and (o.login = :me or o.role || ':' || o.unit_id = any (:held))))
            """;

    private static final String PAGE = """
            select r.id from change_request r
            where r.id > :after
              and (r.org_unit_id = any (:units) or r.owner_unit_id = any (:units))
              and (:status::text is null or r.status = :status)
              and (not :open or r.status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT'))
              and (:type::text is null or r.type = :type)
              and (:mine::text is null or r.requested_by = :mine)
              and (:part::text is null or r.number ilike :part or r.fields ->> 'name' ilike :part
                   or r.record_id = any (:records))
              and (:me::text is null or r.status = 'IN_REVIEW' and
            """ + WAITS + ")\norder by r.id limit :limit";

    // one by one in their order until there are enough; who decides for an owner sees what it owns
    private static final String WAITING = """
            select r.id, r.kind, coalesce(r.submitted_at, r.created_at) as since
            from (select id, kind, submitted_at, created_at, round, owner_unit_id, steps from change_request
                where status = 'IN_REVIEW' and owner_unit_id = any (:units) order by id offset 0) r
            where
            """ + WAITS + " order by r.id limit :limit";

    private static final String NEWEST_FIRST =
            PAGE.replace("r.id > :after", "r.id < :after").replace("order by r.id", "order by r.id desc");

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

    RequestList(JdbcClient jdbc, ChangeRequests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /**
     * What is asked for; null parts do not matter.
     *
     * @param waitsForMe only what the reader may decide on now
     * @param mine only what the reader asked for
     * @param open only what can still come to something
     * @param named only what is called so
     * @param newestFirst in the order of opening backwards
     * @param after last id of the page before
     */
    public record Query(
            @Nullable ChangeStatus status,
            @Nullable String type,
            boolean waitsForMe,
            boolean mine,
            boolean open,
            @Nullable Named named,
            boolean newestFirst,
            UUID after,
            int limit) {

        /** What a page begins behind where none came before it, newest first. */
        public static final UUID NEWEST = new UUID(-1, -1);

        /** In the order of opening, open or not. */
        public Query(
                @Nullable ChangeStatus status,
                @Nullable String type,
                boolean waitsForMe,
                boolean mine,
                UUID after,
                int limit) {
            this(status, type, waitsForMe, mine, false, null, false, after, limit);
        }
    }

    /**
     * Requests with this text in their number or in the name that is asked for, and those on these records.
     *
     * @param records ids of the records that are meant too
     */
    public record Named(String text, List<Long> records) {

        private String part() {
            return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        }
    }

    /** A request that waits for somebody, and since when. */
    public record Waiting(UUID id, ChangeKind kind, Instant since) {}

    /** What the reader may decide on now, oldest first: of a list that may be long as many as are worth counting. */
    public List<Waiting> waiting(Actor reader, int most) {
        jdbc.sql(PLANNED_FOR_ITS_VALUES).update();
        return jdbc.sql(WAITING)
                .param("units", reader.units().toArray(Integer[]::new))
                .param("me", reader.login())
                .param("held", held(reader))
                .param("limit", most)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String[] held(Actor reader) {
        List<String> held = new ArrayList<>();
        reader.roles().forEach((role, units) -> units.forEach(unit -> held.add(role.name() + ":" + unit)));
        return held.toArray(String[]::new);
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

    private List<UUID> ids(Query query, Actor reader) {
        ChangeStatus status = query.status();
        Named named = query.named();
        jdbc.sql(PLANNED_FOR_ITS_VALUES).update();
        return (query.newestFirst() ? jdbc.sql(NEWEST_FIRST) : jdbc.sql(PAGE))
                .param("after", query.after())
                .param("units", reader.units().toArray(Integer[]::new))
                .param("open", query.open())
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("type", query.type(), Types.VARCHAR)
                .param("mine", query.mine() ? reader.login() : null, Types.VARCHAR)
                .param("part", named == null ? null : named.part(), Types.VARCHAR)
                .param("records", named == null ? new Long[0] : named.records().toArray(Long[]::new))
                .param("me", query.waitsForMe() ? reader.login() : null, Types.VARCHAR)
                .param("held", held(reader))
                .param("limit", query.limit())
                .query(UUID.class)
                .list();
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
