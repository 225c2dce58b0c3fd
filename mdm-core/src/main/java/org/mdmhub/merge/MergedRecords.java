package org.mdmhub.merge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records lead to one. Runs in the caller's scope, inside his transaction. */
@Component
public class MergedRecords {

    private static final String INTO = """
            with recursive led (id, merge_id) as (
                select record_id, merge_id from merge_member where survivor_id = ? and active and place > 0
                union
                select m.record_id, m.merge_id from led join merge_member m on m.survivor_id = led.id
                where m.active and m.place > 0)
            select led.merge_id, r.code, j.merged_at from led
            join record r on r.id = led.id join merge_journal j on j.id = led.merge_id
            order by j.number desc, r.code limit ?
            """;

    private final JdbcClient jdbc;

    MergedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that was merged, by which merge and when. */
    public record Merged(UUID mergeId, String code, Instant at) {}

    /** Those that lead to this one, over others too, newest merge first; only those that the scope does not hide. */
    public List<Merged> into(long survivor, int limit) {
        return jdbc.sql(INTO)
                .param(survivor)
                .param(limit)
                .query((row, number) -> new Merged(
                        row.getObject("merge_id", UUID.class),
                        row.getString("code"),
                        row.getObject("merged_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Of these merges those that still hold. */
    public Set<UUID> holding(Collection<UUID> merges) {
        return merges.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select id from merge_journal where id = any (?) and undone_by is null")
                        .param(merges.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
