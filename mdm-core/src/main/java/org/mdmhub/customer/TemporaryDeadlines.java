package org.mdmhub.customer;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.mdmhub.expiry.Deadlines;
import org.mdmhub.expiry.Expiries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last days of temporary customers. */
@Component
class TemporaryDeadlines implements Deadlines {

    private final JdbcClient jdbc;

    TemporaryDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> until(LocalDate today, LocalDate last, long after, int most) {
        return jdbc.sql("""
                        select r.id, c.valid_until as day from customer c join record r on r.id = c.id
                        where c.account_group = 'TEMPORARY' and c.valid_until <= :last
                        and r.status in ('ACTIVE', 'BLOCKED') and r.id > :after
                        and (c.valid_until >= :today or not exists (select from expiry_done e where e.record_id = r.id
                            and e.kind = :kind and e.item_id = '' and e.day = c.valid_until))
                        order by r.id limit :most
                        """)
                .param("after", after)
                .param("last", Date.valueOf(last))
                .param("today", Date.valueOf(today))
                .param("kind", Expiries.TEMPORARY)
                .param("most", most)
                .query((row, number) -> new Due(
                        CustomerType.KEY,
                        row.getLong("id"),
                        Expiries.TEMPORARY,
                        "",
                        row.getDate("day").toLocalDate()))
                .list();
    }
}
