package org.mdmhub.sync.delivery;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a merge and its undoing mean to the lanes of others: those that lead to the record, and those that name it. */
@Component
class MergedLanes {

    // those that were merged into it before, and all that name any of them
    private static final String NUDGE = """
            with recursive gone (id) as (
                select ?::bigint union select l.record_id from lane l join gone g on l.behind_id = g.id where l.target = ?),
            told (id) as (select id from gone union select x.record_id from record_reference x join gone g on x.other_id = g.id)
            update lane set nudged = nudged + 1, stage = null, attempts = 0, last_error = null, next_attempt_at = now(),
                state = case when state = 'HELD' or state = 'DELIVERED' and ? > 0 then 'HELD' else 'PENDING' end,
                not_before = case when state = 'HELD' then not_before else now() + make_interval(secs => ?) end,
                wanted_since = case when state = 'DELIVERED' then now() else wanted_since end
            where id in (select l.id from lane l join told t on t.id = l.record_id where l.target = ? and l.record_id <> ?
                order by l.record_id for no key update of l)
            """;

    private final JdbcClient jdbc;

    MergedLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The record stands for itself again; the targets that had been told, or are to be told, that it does not. */
    List<String> freed(long record) {
        return jdbc.sql(
                        "update lane set behind_id = null where record_id = ? and behind_id is not null returning target")
                .param(record)
                .query(String.class)
                .list();
    }

    /** Where a record leads has changed: the messages of those that lead or point to it are others now. */
    void nudge(String target, long record, int holdSeconds) {
        jdbc.sql(NUDGE)
                .params(record, target, holdSeconds, holdSeconds, target, record)
                .update();
    }

    /** What a target calls a record; none where it is not known to hold it. */
    Optional<String> keyOf(String target, long record) {
        return jdbc.sql("select target_key from lane where target = ? and record_id = ? and target_key is not null")
                .params(target, record)
                .query(String.class)
                .optional();
    }
}
