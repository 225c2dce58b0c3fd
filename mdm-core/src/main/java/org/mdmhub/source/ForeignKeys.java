package org.mdmhub.source;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mdmhub.record.SearchTerms;
import org.mdmhub.record.Survivors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys by which other systems call our records. They are no part of the record: no version, no history entry. */
@Component
public class ForeignKeys {

    private final JdbcClient jdbc;
    private final SearchTerms search;
    private final Survivors survivors;

    ForeignKeys(JdbcClient jdbc, SearchTerms search, Survivors survivors) {
        this.jdbc = jdbc;
        this.search = search;
        this.survivors = survivors;
    }

    /** One key of one record. */
    public record ForeignKey(String system, String key) {}

    public boolean knows(String system) {
        return jdbc.sql("select count(*) from source_system where code = ?")
                        .param(system)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The record that a key belongs to, whatever the scope; the caller looks whether its reader may see it. */
    public Optional<Long> find(String system, String type, String key) {
        return jdbc.sql("select record_id from foreign_key where system = ? and type = ? and key = ?")
                .params(system, type, key)
                .query(Long.class)
                .optional();
    }

    /** A key with the record that it belongs to. */
    public record Use(String system, String key, long record) {}

    /** Whose key this is, however it is written, of whatever system. */
    public Optional<Use> uses(String type, String key) {
        return uses(type, key, "");
    }

    /** The same of all systems but one. */
    public Optional<Use> uses(String type, String key, String but) {
        return jdbc.sql("select system, key, record_id from foreign_key"
                        + " where type = ? and code_norm(key) = code_norm(?) and system <> ? order by system limit 1")
                .params(type, key, but)
                .query((row, number) ->
                        new Use(row.getString("system"), row.getString("key"), row.getLong("record_id")))
                .optional();
    }

    /**
     * Notes a key; a key that is there already stays where it is. That of a record that was merged meanwhile belongs to its
     * survivor, as if it had been known at the merge.
     */
    public void add(String system, String type, String key, long record, Instant now) {
        Survivors.Last last = survivors.of(List.of(record)).get(record);
        long owner = last == null ? record : last.id();
        int added = jdbc.sql("insert into foreign_key (system, type, key, record_id, home_id, created_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(1, system)
                .param(2, type)
                .param(3, key)
                .param(4, owner)
                .param(5, owner == record ? null : record, Types.BIGINT)
                .param(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (added > 0) {
            search.add(owner, "KEY", key);
        }
    }

    /** Lets the keys of records that were merged belong to their survivor; whose they are stays written. */
    public void move(Collection<Long> records, long survivor) {
        jdbc.sql(
                        "update foreign_key set home_id = coalesce(home_id, record_id), record_id = ? where record_id = any (?)")
                .params(survivor, records.toArray(Long[]::new))
                .update();
        records.forEach(this::searchable);
        searchable(survivor);
    }

    /** Brings the keys of these records to the one that stands for them again. */
    public void moveHome(Collection<Long> homes, long record) {
        List<Long> left = jdbc.sql("select distinct record_id from foreign_key where home_id = any (?)")
                .param(homes.toArray(Long[]::new))
                .query(Long.class)
                .list();
        jdbc.sql("update foreign_key set record_id = ?, home_id = nullif(home_id, ?) where home_id = any (?)")
                .params(record, record, homes.toArray(Long[]::new))
                .update();
        left.forEach(this::searchable);
        searchable(record);
    }

    private void searchable(long record) {
        search.replace(record, "KEY", of(record).stream().map(ForeignKey::key).toList());
    }

    public List<ForeignKey> of(long record) {
        return of(List.of(record)).getOrDefault(record, List.of());
    }

    /** Keys by record, in the order of system and key. */
    public Map<Long, List<ForeignKey>> of(Collection<Long> records) {
        record Row(long record, ForeignKey key) {}
        if (records.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select record_id, system, key from foreign_key where record_id in (:records)"
                        + " order by system, key")
                .param("records", records)
                .query((row, number) -> new Row(
                        row.getLong("record_id"), new ForeignKey(row.getString("system"), row.getString("key"))))
                .stream()
                .collect(Collectors.groupingBy(Row::record, Collectors.mapping(Row::key, Collectors.toList())));
    }
}
