package org.mdmhub.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the values of a record come from. Looks through a bounded part of its history, so that it is cheap however much
 * has happened. Runs in the caller's scope.
 */
@Component
public class Origins {

    /** Entries of a record that are looked through, first and at most. */
    private static final int FIRST = 20;

    private static final int MOST = 100;

    private static final String SOURCES =
            "select id, source_system from change_request where id in (:ids) and source_system is not null";

    private final History history;
    private final MasterRecords records;
    private final JdbcClient jdbc;

    Origins(History history, MasterRecords records, JdbcClient jdbc) {
        this.history = history;
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
        Map<Long, Map<String, HistoryEntry>> entries = new LinkedHashMap<>();
        records.all(ids).forEach(record -> entries.put(record.id(), entries(type, record)));
        Map<UUID, String> sources = sources(entries.values());
        Map<Long, Map<String, Origin>> origins = new LinkedHashMap<>();
        records.all(ids).forEach(record -> {
            Map<String, Origin> fields = new LinkedHashMap<>();
            Map<String, HistoryEntry> known = entries.getOrDefault(record.id(), Map.of());
            records.values(type, record).keys().forEach(field -> fields.put(field, origin(known.get(field), sources)));
            origins.put(record.id(), fields);
        });
        return origins;
    }

    private Map<String, HistoryEntry> entries(String type, MasterRecord record) {
        Trace trace = new Trace(records.values(type, record));
        long before = Long.MAX_VALUE;
        int seen = 0;
        while (!trace.complete() && seen < MOST) {
            int limit = seen == 0 ? FIRST : MOST - seen;
            List<HistoryEntry> part = history.of(type, record.id(), before, limit);
            trace.look(part);
            seen += part.size();
            if (part.size() < limit) {
                break;
            }
            before = part.get(part.size() - 1).revision();
        }
        return trace.entries();
    }

    private static Origin origin(@Nullable HistoryEntry entry, Map<UUID, String> sources) {
        if (entry == null) {
            return Origin.UNKNOWN;
        }
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
