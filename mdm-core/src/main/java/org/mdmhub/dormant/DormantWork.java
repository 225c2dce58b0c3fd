package org.mdmhub.dormant;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells each owner once a month how many records are to be confirmed or retired; it may run as often as it likes. */
@Component
public class DormantWork {

    /** Kind of the notice. */
    public static final String KIND = "dormant";

    private static final String OWNERS = "with asleep as materialized (select r.id, r.org_unit_id as unit, r.views"
            + DormantRecords.DORMANT
            + "), sold as (select distinct a.id, s.login from asleep a"
            + " cross join lateral jsonb_array_elements(a.views) v"
            + " join in_charge s on s.login = v ->> 'salesOwner' and s.unit = a.unit),"
            + " rest as (select a.unit, count(*) as records from asleep a"
            + " where not exists (select from sold where sold.id = a.id) group by a.unit),"
            + " kept as (select distinct s.login, rest.unit, rest.records from rest join in_charge s"
            + " on s.unit = rest.unit where s.role = 'STEWARD' or s.role = 'LEAD' and not exists"
            + " (select from in_charge t where t.unit = rest.unit and t.role = 'STEWARD'))"
            + " select login, sum(records)::bigint as records from (select login, count(*) as records from sold"
            + " group by login union all select login, records from kept) his group by login order by login";

    private final JdbcClient jdbc;
    private final DormantRecords dormant;
    private final Notices notices;
    private final TransactionTemplate transactions;

    DormantWork(
            JdbcClient jdbc, DormantRecords dormant, Notices notices, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.dormant = dormant;
        this.notices = notices;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    private record Owner(String login, long records) {}

    /** All of it, as of now. */
    public void run() {
        String once = KIND + "/" + YearMonth.now(ZoneId.systemDefault());
        Scope.system(
                KIND,
                () -> transactions.executeWithoutResult(status -> owners().forEach(owner -> notices.tell(new Notice(
                        KIND, Set.of(owner.login()), null, List.of(String.valueOf(owner.records())), once)))));
    }

    private List<Owner> owners() {
        return jdbc.sql(OWNERS)
                .param("before", dormant.before())
                .query((row, number) -> new Owner(row.getString("login"), row.getLong("records")))
                .list();
    }
}
