package org.mdmhub.setting;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.OncePerTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps settings. Whoever writes has declared a change reason and holds the kind's {@link #lock}. */
@Component
public class Settings {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final OncePerTransaction<String, Long> stamps = new OncePerTransaction<>();

    Settings(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /** What was read, and under which stamp: another node may have written since. */
    private record Read(long stamp, List<Setting> settings) {}

    /** Settings of a kind that are in force, by key. */
    @Transactional(readOnly = true)
    public List<Setting> all(String type) {
        long stamp = stamp(type);
        Read kept = read.get(type);
        if (kept == null || kept.stamp() != stamp) {
            kept = new Read(stamp, load(type));
            read.put(type, kept);
        }
        return kept.settings();
    }

    private List<Setting> load(String type) {
        return entities
                .createQuery("from SettingRow where type = :type and not retired order by key", SettingRow.class)
                .setParameter("type", type)
                .getResultList()
                .stream()
                .map(SettingRow::setting)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Setting> find(String type, String key) {
        return all(type).stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** Changes whenever a setting of the kind does, on whatever node; 0 where there never was one. */
    @Transactional(readOnly = true)
    public long stamp(String type) {
        return stamps.get(
                type,
                kind -> jdbc.sql("select stamp from setting_stamp where type = ?")
                        .param(kind)
                        .query(Long.class)
                        .optional()
                        .orElse(0L));
    }

    /** Nobody else changes settings of this kind until the transaction ends, whatever table they are kept in. */
    public void lock(String type) {
        jdbc.sql("insert into setting_stamp (type, stamp) values (?, nextval('setting_stamp_seq'))"
                        + " on conflict (type) do nothing")
                .param(type)
                .update();
        jdbc.sql("select stamp from setting_stamp where type = ? for no key update")
                .param(type)
                .query(Long.class)
                .single();
        // what was read before the lock may be another one's by now
        stamps.forget();
    }

    /** Lets every node see that settings of this kind are others now. */
    public void changed(String type) {
        entities.flush();
        jdbc.sql("update setting_stamp set stamp = nextval('setting_stamp_seq') where type = ?")
                .param(type)
                .update();
        stamps.forget();
    }

    /** Lays something down, new or in place of what held. */
    public void put(String type, String key, Map<String, Object> content, Instant now) {
        SettingRow row = row(type, key).orElseGet(() -> new SettingRow(type, key));
        row.put(content, now);
        entities.persist(row);
        changed(type);
    }

    /** It is no longer in force; its key may be laid down again and goes on counting its versions. */
    public void retire(String type, String key, Instant now) {
        row(type, key).ifPresent(row -> row.retire(now));
        changed(type);
    }

    private Optional<SettingRow> row(String type, String key) {
        return entities.createQuery("from SettingRow where type = :type and key = :key", SettingRow.class)
                .setParameter("type", type)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
