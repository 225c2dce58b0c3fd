package org.mdmhub.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists and searches masters within the caller's scope, by keyset. Only what is asked for stands in the statement, and it
 * is planned for its values: a plan for all values would walk through everything for the rare ones.
 */
@Component
public class RecordList {

    private static final String PLANNED_FOR_ITS_VALUES = "set local plan_cache_mode = force_custom_plan";

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final MasterTypes types;
    private final MasterRecords records;

    RecordList(EntityManager entities, JdbcClient jdbc, MasterTypes types, MasterRecords records) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.types = types;
        this.records = records;
    }

    /** What comes first. Each has an index. */
    public enum Order {
        /** As they came to be. */
        ENTRY,
        /** What changed last comes first. */
        NEWEST,
        CODE
    }

    /** Where a page ends; the next one begins behind it. */
    public record Position(long id, Instant updatedAt, String code) {

        public static Position of(MasterRecord record) {
            return new Position(record.id(), record.updatedAt(), record.code());
        }
    }

    /**
     * What is asked for; null parts do not matter.
     *
     * @param q part of a search term
     * @param fields values of fields of {@link #filters}, equal as they are stored
     * @param after null at the beginning
     * @param limit records at most
     */
    public record Query(
            String type,
            @Nullable String q,
            @Nullable RecordStatus status,
            @Nullable Integer orgUnit,
            @Nullable Instant updatedSince,
            Map<String, String> fields,
            Order order,
            @Nullable Position after,
            int limit) {

        /** As they came to be. */
        public Query(
                String type,
                @Nullable String q,
                @Nullable RecordStatus status,
                @Nullable Integer orgUnit,
                @Nullable Instant updatedSince,
                long after,
                int limit) {
            this(
                    type,
                    q,
                    status,
                    orgUnit,
                    updatedSince,
                    Map.of(),
                    Order.ENTRY,
                    new Position(after, Instant.EPOCH, ""),
                    limit);
        }

        /** The same, further on. */
        public Query after(@Nullable Position position, int most) {
            return new Query(type, q, status, orgUnit, updatedSince, fields, order, position, most);
        }

        @Nullable
        String part() {
            String folded = q == null ? "" : SearchTerms.fold(q);
            return folded.isEmpty() ? null : "%" + folded.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        }
    }

    public List<MasterRecord> page(Query query) {
        return of(ids(query));
    }

    /** Those of the ids that are in scope, in their order. */
    public List<MasterRecord> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, MasterRecord> found = new HashMap<>();
        records.all(ids).forEach(record -> found.put(record.id(), record));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The same as {@link #page}, ids only. */
    public List<Long> ids(Query query) {
        jdbc.sql(PLANNED_FOR_ITS_VALUES).update();
        Set<String> filters = query.fields().isEmpty()
                ? Set.of()
                : filters(query.type()).stream().map(Field::key).collect(Collectors.toSet());
        var select = new RecordSelect(
                entities.getCriteriaBuilder(), types.get(query.type()).entity(), filters);
        return entities.createQuery(select.ids(query))
                .setMaxResults(query.limit())
                .getResultList();
    }

    /** The fields by which a list can be narrowed: short lists of values, kept in a column of their own name. */
    public List<Field<MasterRecord>> filters(String type) {
        Set<String> columns = entities.getMetamodel().entity(types.get(type).entity()).getAttributes().stream()
                .map(Attribute::getName)
                .collect(Collectors.toSet());
        return types.fields(type).stream()
                .filter(field -> field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.COUNTRY)
                .filter(field -> !field.masked() && columns.contains(field.key()))
                .toList();
    }
}
