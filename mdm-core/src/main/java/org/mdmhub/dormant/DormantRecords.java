package org.mdmhub.dormant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.mdmhub.expiry.Expiries;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody is to confirm or to retire: records whose sales owner he is, and of the others those of organisations
 * whose steward he is, or whose lead where they have no steward. Who is asked to retire one is not asked again meanwhile.
 */
@Component
public class DormantRecords {

    static final String DORMANT = " from record r where r.status in ('ACTIVE', 'BLOCKED')"
            + " and greatest(r.updated_at, r.confirmed_at) < :before"
            + " and not exists (select from never_dormant n where n.record_id = r.id)"
            + " and not exists (select from change_request q where q.record_id = r.id and q.kind = 'RETIRE'"
            + " and q.status in ('IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT'))";

    private static final String HIS = " and r.org_unit_id = any (:asks) and (exists (select from"
            + " jsonb_array_elements(r.views) v where v ->> 'salesOwner' = :login) or not exists (select from"
            + " jsonb_array_elements(r.views) v join in_charge s on s.login = v ->> 'salesOwner'"
            + " and s.unit = r.org_unit_id) and (r.org_unit_id = any (:stewards) or r.org_unit_id = any (:leads)"
            + " and not exists (select from in_charge s where s.unit = r.org_unit_id and s.role = 'STEWARD')))";

    private static final String PAGE =
            "select r.id, r.type, greatest(r.updated_at, r.confirmed_at) as since" + DORMANT + HIS
                    + " and (greatest(r.updated_at, r.confirmed_at), r.id) > (:at, :id)"
                    + " order by greatest(r.updated_at, r.confirmed_at), r.id limit :most";

    private static final String COUNT = "select count(*) from (select 1" + DORMANT + HIS + " limit :most) few";

    private static final String LOCK =
            "select r.id" + DORMANT + HIS + " and r.id = any (:ids) order by r.id for no key update of r";

    private static final String CONFIRM = "insert into record_confirmation (record_id, version, confirmed_by)"
            + " select id, version, :login from record where id = any (:ids)";

    private final JdbcClient jdbc;
    private final MasterRecords records;
    private final Expiries expiries;
    private final TransactionTemplate transactions;

    DormantRecords(
            JdbcClient jdbc, MasterRecords records, Expiries expiries, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.records = records;
        this.expiries = expiries;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** His, the longest unconfirmed first. */
    public List<Dormant> page(Actor owner, Dormant.Place after, int most) {
        return within(owner, () -> {
            List<Found> found = jdbc.sql(PAGE)
                    .params(of(owner))
                    .param("at", OffsetDateTime.ofInstant(after.at(), ZoneOffset.UTC))
                    .param("id", after.id())
                    .param("most", most)
                    .query((row, number) -> new Found(
                            row.getString("type"),
                            new Dormant.Place(
                                    row.getObject("since", OffsetDateTime.class).toInstant(), row.getLong("id"))))
                    .list();
            if (found.isEmpty()) {
                return List.of();
            }
            Map<Long, MasterRecord> byId = new HashMap<>();
            records.all(found.stream().map(one -> one.place().id()).toList())
                    .forEach(record -> byId.put(record.id(), record));
            return found.stream()
                    .map(one -> dormant(
                            one, Objects.requireNonNull(byId.get(one.place().id()))))
                    .toList();
        });
    }

    private record Found(String type, Dormant.Place place) {}

    private Dormant dormant(Found found, MasterRecord record) {
        String name = records.values(found.type(), record).text("name");
        return new Dormant(found.type(), record.code(), name, record.orgUnitId(), found.place());
    }

    /** How many are his, counted to {@code most}. */
    public int count(Actor owner, int most) {
        return within(
                owner,
                () -> jdbc.sql(COUNT)
                        .params(of(owner))
                        .param("most", most)
                        .query(Integer.class)
                        .single());
    }

    /** Says that they still hold. What is not his, or not dormant any more, is left as it is. Those that were confirmed. */
    public Set<Dormant.Ref> confirm(List<Dormant.Ref> refs, Actor owner) {
        return within(owner, () -> {
            Map<Long, Dormant.Ref> found = new HashMap<>();
            refs.forEach(ref -> records.find(ref.type(), ref.code()).ifPresent(record -> found.put(record.id(), ref)));
            List<Long> his = jdbc.sql(LOCK)
                    .params(of(owner))
                    .param("ids", found.keySet().toArray(Long[]::new))
                    .query(Long.class)
                    .list();
            jdbc.sql(CONFIRM)
                    .param("login", owner.login())
                    .param("ids", his.toArray(Long[]::new))
                    .update();
            Set<Dormant.Ref> confirmed = new LinkedHashSet<>();
            his.forEach(id -> confirmed.add(Objects.requireNonNull(found.get(id))));
            return confirmed;
        });
    }

    /** What was created, changed or confirmed last before that is dormant. */
    OffsetDateTime before() {
        Duration year = Duration.ofDays(expiries.dormantDays());
        return OffsetDateTime.ofInstant(Instant.now().minus(year), ZoneOffset.UTC);
    }

    private Map<String, Object> of(Actor owner) {
        Map<String, Object> params = new HashMap<>();
        params.put("before", before());
        params.put("login", owner.login());
        params.put("asks", owner.asksFor().toArray(Integer[]::new));
        params.put("stewards", units(owner, Role.STEWARD));
        params.put("leads", units(owner, Role.LEAD));
        return params;
    }

    private static Integer[] units(Actor owner, Role role) {
        return new ArrayList<>(owner.roles().getOrDefault(role, Set.of())).toArray(Integer[]::new);
    }

    private <T> T within(Actor owner, Supplier<T> work) {
        return Scope.of(owner, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
