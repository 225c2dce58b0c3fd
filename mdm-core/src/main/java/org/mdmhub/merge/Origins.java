package org.mdmhub.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the values of a record come from. Cheap however much has happened to it. Runs in the caller's scope. */
@Component
public class Origins {

    private static final String SOURCES =
            "select id, source_system from change_request where id in (:ids) and source_system is not null";

    private final Tracing tracing;
    private final MasterRecords records;
    private final JdbcClient jdbc;

    Origins(Tracing tracing, MasterRecords records, JdbcClient jdbc) {
        this.tracing = tracing;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** By field, of each field that has a value; none where the scope hides the record. */
    @Transactional(readOnly = true)
    public Map<String, Origin> of(String type, long record) {
        return of(type, List.of(record)).getOrDefault(record, Map.of());
    }

    /** By record and field, of the records that the scope does not hide. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Origin>> of(String type, Collection<Long> ids) {
        Map<Long, FieldValues> values = new LinkedHashMap<>();
        records.all(ids).forEach(record -> values.put(record.id(), records.values(type, record)));
        return of(type, values, Tracing.NOW);
    }

    /**
     * The same of values that records held once.
     *
     * @param below only what happened before this revision
     */
    Map<Long, Map<String, Origin>> of(String type, Map<Long, FieldValues> values, long below) {
        Map<Long, Map<String, HistoryEntry>> entries = new LinkedHashMap<>();
        values.forEach((record, held) -> entries.put(record, tracing.through(type, record, held, below)));
        Map<UUID, String> sources = sources(entries.values());
        Map<Long, Map<String, Origin>> origins = new LinkedHashMap<>();
        values.forEach((record, held) -> {
            Map<String, HistoryEntry> known = entries.getOrDefault(record, Map.of());
            Map<String, Origin> fields = new LinkedHashMap<>();
            held.keys().forEach(field -> {
                HistoryEntry entry = known.get(field);
                fields.put(field, entry == null ? Origin.UNKNOWN : origin(entry, sources));
            });
            origins.put(record, fields);
        });
        return origins;
    }

    private static Origin origin(HistoryEntry entry, Map<UUID, String> sources) {
        UUID request = entry.requestId();
        String source = request == null ? null : sources.get(request);
        return new Origin(entry.at(), source, request, entry.who(), entry.why(), entry.mergeId());
    }

    private Map<UUID, String> sources(Collection<Map<String, HistoryEntry>> found) {
        Set<UUID> requests = new LinkedHashSet<>();
        found.forEach(fields -> fields.values().forEach(entry -> {
            if (entry.requestId() != null) {
                requests.add(entry.requestId());
            }
        }));
        Map<UUID, String> sources = new HashMap<>();
        if (!requests.isEmpty()) {
            jdbc.sql(SOURCES).param("ids", requests).query(row -> {
                sources.put(row.getObject("id", UUID.class), row.getString("source_system"));
            });
        }
        return sources;
    }
}
