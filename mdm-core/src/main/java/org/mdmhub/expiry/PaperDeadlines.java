package org.mdmhub.expiry;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last days of the papers that records name. */
@Component
class PaperDeadlines implements Deadlines {

    private final JdbcClient jdbc;

    PaperDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> until(LocalDate today, LocalDate last, long after, int most) {
        return jdbc.sql("""
                        select r.type, r.id, p.kind, p.item, p.day from record r
                        cross join lateral (select coalesce(d ->> 'kind', 'OTHER') as kind, coalesce(d ->> 'id', '') as item,
                            (d ->> 'validTo')::date as day from jsonb_array_elements(r.documents) d
                            where d ->> 'validTo' is not null) p
                        where r.documents <> '[]' and r.status in ('ACTIVE', 'BLOCKED') and r.id > :after
                        and p.day <= :last and (p.day >= :today or not exists (select from expiry_done e
                            where e.record_id = r.id and e.kind = p.kind and e.item_id = p.item and e.day = p.day))
                        order by r.id limit :most
                        """)
                .param("after", after)
                .param("last", Date.valueOf(last))
                .param("today", Date.valueOf(today))
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getString("type"),
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("item"),
                        row.getDate("day").toLocalDate()))
                .list();
    }
}
