package org.mdmhub.request;

/**
 * The statements of the lists of requests. Each walks through an index in the order of opening and stops when it has enough;
 * what is asked for and what is not is settled when the statement is planned, for its values.
 */
final class RequestStatements {

    /** A plan for all values would walk through the closed requests, which are many, to the few that are open. */
    static final String PLANNED_FOR_ITS_VALUES = "set local plan_cache_mode = force_custom_plan";

    private static final String OPEN = "r.status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT')";

    // two letters are in the index of pairs of letters, fewer are looked for one by one
    private static final String FOUND = """
            select r.id from change_request r where %s
                and letter_pairs(r.number || ' ' || coalesce(r.fields ->> 'name', '')) @> letter_pairs(:text)
                and r.number || ' ' || coalesce(r.fields ->> 'name', '') ilike :part
            union select r.id from change_request r where r.record_id = any (:records) and %s
            """.formatted(OPEN, OPEN);

    private static final String NARROWED_SEAT = """
              and (:type::text is null or o.type = :type)
              and (:kind::text is null or o.kind = :kind)
              and (:fresh::boolean is null or (o.kind = 'CREATE') = :fresh)
              and (not :changes or o.kind <> 'CREATE')
              and (:asker::text is null or o.requested_by = :asker)
              and (:group::text is null or o.account_group = :group)
              and (not :alike or o.look_alikes > 0)
              and (not :late or coalesce(o.due_at, o.since + interval '48 hours') < now())
              and (:before::uuid is null or o.request_id < :before)
              and (:unit::integer is null or o.unit_id = :unit)
              and (:part::text is null or o.request_id in (""" + FOUND + "))\n";

    // as one value, so that each row is asked about by itself and none of the tables is read as a whole
    private static final String NOT_HIS = """
              and o.requested_by <> :me
              and (select not exists (select from request_author a where a.request_id = o.request_id and a.login = :me)
                and not exists (select from decision d join change_request r on r.id = d.request_id and r.round = d.round
                    where d.request_id = o.request_id and :me in (d.decided_by, d.decided_for))
                and :snoozed = exists (select from request_snooze s where s.login = :me
                    and s.request_id = o.request_id and s.until > now()))
            order by o.request_id limit :limit
            """;

    // nor anything of his for whom he decides
    private static final String NOT_LENDERS = """
              and (select not exists (select from request_author a where a.request_id = o.request_id and a.login = lent.lender)
                and not exists (select from decision d join change_request r on r.id = d.request_id and r.round = d.round
                    where d.request_id = o.request_id and lent.lender in (d.decided_by, d.decided_for)))
            """;

    /** What waits for the reader: of each of his seats a walk of its own, of those that he was lent too, then all together. */
    static final String WAITING = """
            select w.request_id from (
              select found.request_id from unnest(:roles::text[], :held::integer[]) seat (role, unit_id)
              cross join lateral (select o.request_id from open_step o
                where o.role = seat.role and o.unit_id = seat.unit_id and o.request_id > :after
            """ + NARROWED_SEAT + NOT_HIS + """
              ) found
              union
              (select o.request_id from open_step o where o.login = :me and o.request_id > :after
            """ + NARROWED_SEAT + NOT_HIS + """
              )
              union
              select found.request_id
              from unnest(:lenders::text[], :lentRoles::text[], :lentHeld::integer[]) lent (lender, role, unit_id)
              cross join lateral (select o.request_id from open_step o
                where o.role = lent.role and o.unit_id = lent.unit_id and o.request_id > :after
            """ + NOT_LENDERS
            + NARROWED_SEAT + NOT_HIS + """
              ) found
              union
              select found.request_id from unnest(:lentLogins::text[]) lent (lender)
              cross join lateral (select o.request_id from open_step o
                where o.login = lent.lender and o.request_id > :after
            """ + NOT_LENDERS + NARROWED_SEAT + NOT_HIS + """
              ) found
            ) w order by w.request_id limit :limit
            """;

    static final String WAITING_BACKWARDS = backwards(WAITING);

    private static final String NARROWED = """
              and (:status::text is null or r.status = :status)
              and (:type::text is null or r.type = :type)
              and (:kind::text is null or r.kind = :kind)
              and (:fresh::boolean is null or (r.kind = 'CREATE') = :fresh)
              and (not :changes or r.kind <> 'CREATE')
              and (:asker::text is null or r.requested_by = :asker)
              and (:group::text is null or r.account_group = :group)
              and (not :alike or r.look_alikes > 0)
              and (not :late or (select exists (select from open_step o where o.request_id = r.id
                  and coalesce(o.due_at, o.since + interval '48 hours') < now())))
              and (:before::uuid is null or r.id < :before)
              and (:unit::integer is null or r.owner_unit_id = :unit)
            """;

    private static final String CALLED = "  and (:part::text is null or r.id in (" + FOUND + "))\n";
    private static final String ORDERED = "order by r.id limit :limit\n";

    /** What is open in the reader's organisations, with those that decide and those that ask. */
    static final String IN_REACH =
            """
            select w.id from (
              select found.id from unnest(:units::integer[]) mine (unit_id) cross join lateral (
                select r.id from change_request r where r.owner_unit_id = mine.unit_id and r.id > :after and
            """ + OPEN + "\n" + NARROWED + CALLED + ORDERED + """
              ) found
              union
              select found.id from unnest(:units::integer[]) mine (unit_id) cross join lateral (
                select r.id from change_request r where r.org_unit_id = mine.unit_id
                  and r.org_unit_id <> r.owner_unit_id and r.id > :after and
            """ + OPEN + "\n" + NARROWED + CALLED + ORDERED + """
              ) found
            ) w order by w.id limit :limit
            """;

    static final String IN_REACH_BACKWARDS = backwards(IN_REACH);

    private static final String FOUND_ANYWHERE = """
              and (:part::text is null or r.number ilike :part or r.fields ->> 'name' ilike :part
                  or r.record_id = any (:records))
            """;

    /** What the reader asked for. */
    static final String MINE = """
            select r.id from change_request r where r.requested_by = :me and r.id > :after
              and (not :open or %s) and (not :back or r.status in ('RETURNED', 'CONFLICT'))
            """.formatted(OPEN) + NARROWED + FOUND_ANYWHERE + ORDERED;

    static final String MINE_BACKWARDS = backwards(MINE);

    /** Open or not. */
    static final String ALL = """
            select r.id from change_request r where r.id > :after
              and (r.org_unit_id = any (:units) or r.owner_unit_id = any (:units))
            """ + NARROWED + FOUND_ANYWHERE + ORDERED;

    static final String ALL_BACKWARDS = backwards(ALL);

    private RequestStatements() {}

    private static String backwards(String statement) {
        return statement.replaceAll("(order by \\w+\\.\\w+)", "$1 desc").replace("id > :after", "id < :after");
    }
}
