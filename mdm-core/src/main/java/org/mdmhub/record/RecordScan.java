package org.mdmhub.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.Attribute;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks through all living records of a kind in batches, reading no more of each than is looked at. */
@Component
public class RecordScan {

    private static final List<RecordStatus> LIVING = List.of(RecordStatus.ACTIVE, RecordStatus.BLOCKED);

    private final EntityManager entities;
    private final MasterTypes types;

    RecordScan(EntityManager entities, MasterTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** One record, with the values that were asked for. */
    public record Row(long id, int orgUnitId, FieldValues values) {}

    /** How many there are in scope. */
    public long count(String type) {
        return entities.createQuery(
                        "select count(r) from MasterRecord r where type(r) = :entity and r.status in :living",
                        Long.class)
                .setParameter("entity", types.get(type).entity())
                .setParameter("living", LIVING)
                .getSingleResult();
    }

    /** Keeps the next records from being written until the transaction ends, so that what is read of them stays so. */
    public void hold(String type, long afterId, int limit) {
        entities.createNativeQuery(
                        "select id from record where type = :type and id > :after"
                                + " and status in ('ACTIVE', 'BLOCKED') order by id limit :limit"
                                + " for share",
                        Long.class)
                .setParameter("type", type)
                .setParameter("after", afterId)
                .setParameter("limit", limit)
                .getResultList();
    }

    /**
     * The next records in scope, ascending by id.
     *
     * @param keys fields to read; those that the kind does not have are left out
     */
    public List<Row> batch(String type, Collection<String> keys, long afterId, int limit) {
        Set<String> columns = entities.getMetamodel().entity(types.get(type).entity()).getAttributes().stream()
                .map(Attribute::getName)
                .collect(Collectors.toSet());
        List<Field<MasterRecord>> fields = types.fields(type).stream()
                .filter(field -> keys.contains(field.key()))
                .toList();
        boolean narrow = fields.stream().allMatch(field -> columns.contains(field.key()) || isAttribute(field));
        return narrow ? narrow(type, fields, afterId, limit) : whole(type, fields, afterId, limit);
    }

    private static boolean isAttribute(Field<MasterRecord> field) {
        return field.key().startsWith("x_");
    }

    private List<Row> narrow(String type, List<Field<MasterRecord>> fields, long afterId, int limit) {
        CriteriaBuilder cb = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = cb.createTupleQuery();
        Root<? extends MasterRecord> record = query.from(types.get(type).entity());
        List<Selection<?>> selected = new ArrayList<>(List.of(record.get("id"), record.get("orgUnitId")));
        boolean attributes = fields.stream().anyMatch(RecordScan::isAttribute);
        if (attributes) {
            selected.add(record.get("attributes"));
        }
        List<Field<MasterRecord>> own =
                fields.stream().filter(field -> !isAttribute(field)).toList();
        own.forEach(field -> selected.add(record.get(field.key())));
        query.select(cb.tuple(selected))
                .where(record.get("status").in(LIVING), cb.greaterThan(record.get("id"), afterId))
                .orderBy(cb.asc(record.get("id")));
        return entities.createQuery(query).setMaxResults(limit).getResultList().stream()
                .map(tuple -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    int first = attributes ? 3 : 2;
                    for (int i = 0; i < own.size(); i++) {
                        values.put(own.get(i).key(), neutral(own.get(i), tuple.get(first + i)));
                    }
                    if (attributes && tuple.get(2) instanceof Map<?, ?> added) {
                        fields.stream()
                                .filter(RecordScan::isAttribute)
                                .forEach(field -> values.put(field.key(), neutral(field, added.get(field.key()))));
                    }
                    return new Row(tuple.get(0, Long.class), tuple.get(1, Integer.class), FieldValues.of(values));
                })
                .toList();
    }

    private static @Nullable Object neutral(Field<MasterRecord> field, @Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        if (field.kind() == FieldKind.LIST) {
            List<Map<String, Object>> items = ListItems.cast(stored);
            return items.isEmpty() ? null : ListItems.neutral(field.items(), items);
        }
        if (stored instanceof LocalDate day) {
            return day.toString();
        }
        return stored instanceof Integer number
                ? BigDecimal.valueOf(number)
                : field.kind().neutral(stored);
    }

    private List<Row> whole(String type, List<Field<MasterRecord>> fields, long afterId, int limit) {
        return records(type, afterId, limit).stream()
                .map(record -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    fields.forEach(field -> values.put(field.key(), field.get().from(record)));
                    return new Row(record.id(), record.orgUnitId(), FieldValues.of(values));
                })
                .toList();
    }

    /** The next records in scope themselves, ascending by id. */
    public List<MasterRecord> records(String type, long afterId, int limit) {
        return entities.createQuery(
                        "from MasterRecord r where type(r) = :entity and r.status in :living and r.id > :after"
                                + " order by r.id",
                        MasterRecord.class)
                .setParameter("entity", types.get(type).entity())
                .setParameter("living", LIVING)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList();
    }
}
