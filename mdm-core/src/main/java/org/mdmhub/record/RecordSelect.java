package org.mdmhub.record;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mdmhub.record.RecordList.Order;
import org.mdmhub.record.RecordList.Position;
import org.mdmhub.record.RecordList.Query;

/** The statement of one list: made of what is asked for and of nothing else. */
class RecordSelect {

    private final CriteriaBuilder cb;
    private final Class<? extends MasterRecord> entity;
    private final Set<String> filters;
    private final CriteriaQuery<Long> select;
    private final Root<MasterRecord> record;

    RecordSelect(CriteriaBuilder cb, Class<? extends MasterRecord> entity, Set<String> filters) {
        this.cb = cb;
        this.entity = entity;
        this.filters = filters;
        this.select = cb.createQuery(Long.class);
        this.record = select.from(MasterRecord.class);
    }

    CriteriaQuery<Long> ids(Query query) {
        select.select(record.get("id")).where(asked(query).toArray(Predicate[]::new));
        return switch (query.order()) {
            case ENTRY -> select.orderBy(cb.asc(record.get("id")));
            case NEWEST -> select.orderBy(cb.desc(record.get("updatedAt")), cb.desc(record.get("id")));
            case CODE -> select.orderBy(cb.asc(record.get("code")));
        };
    }

    private List<Predicate> asked(Query query) {
        List<Predicate> asked = new ArrayList<>();
        asked.add(cb.equal(record.type(), entity));
        if (query.status() != null) {
            asked.add(cb.equal(record.get("status"), query.status()));
        }
        if (query.orgUnit() != null) {
            asked.add(cb.equal(record.get("orgUnitId"), query.orgUnit()));
        }
        if (query.updatedSince() != null) {
            asked.add(cb.greaterThanOrEqualTo(record.get("updatedAt"), query.updatedSince()));
        }
        String part = query.part();
        if (part != null) {
            asked.add(found(part));
        }
        if (!query.fields().isEmpty()) {
            asked.add(holding(query));
        }
        Position after = query.after();
        if (after != null) {
            asked.add(behind(query.order(), after));
        }
        return asked;
    }

    private Predicate found(String part) {
        Subquery<Integer> terms = select.subquery(Integer.class);
        Root<SearchTerm> term = terms.from(SearchTerm.class);
        return cb.exists(terms.select(cb.literal(1))
                .where(cb.equal(term.get("recordId"), record.get("id")), cb.like(term.get("term"), part, '\\')));
    }

    private Predicate holding(Query query) {
        Subquery<Integer> holders = select.subquery(Integer.class);
        Root<? extends MasterRecord> holder = holders.from(entity);
        List<Predicate> same = new ArrayList<>();
        same.add(cb.equal(holder.get("id"), record.get("id")));
        query.fields().forEach((key, value) -> {
            if (!filters.contains(key)) {
                throw new IllegalArgumentException("lists are not narrowed by " + key);
            }
            same.add(cb.equal(holder.get(key), value));
        });
        return cb.exists(holders.select(cb.literal(1)).where(same.toArray(Predicate[]::new)));
    }

    private Predicate behind(Order order, Position after) {
        return switch (order) {
            case ENTRY -> cb.greaterThan(record.get("id"), after.id());
            case CODE -> cb.greaterThan(record.get("code"), after.code());
            // the first part is where the walk through the index begins
            case NEWEST ->
                cb.and(
                        cb.lessThanOrEqualTo(record.get("updatedAt"), after.updatedAt()),
                        cb.or(
                                cb.lessThan(record.get("updatedAt"), after.updatedAt()),
                                cb.lessThan(record.get("id"), after.id())));
        };
    }
}
