package org.mdmhub.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A setting as it is kept; its earlier versions are in the history. */
@Entity
@Table(name = "setting")
@Audited
class SettingRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    // only ever asked for by queries
    @SuppressWarnings("UnusedVariable")
    private String type;

    private String key;
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> content = Map.of();

    private Instant changedAt;
    private boolean retired;

    @SuppressWarnings("NullAway.Init")
    protected SettingRow() {}

    @SuppressWarnings("NullAway.Init")
    SettingRow(String type, String key) {
        this.type = type;
        this.key = key;
    }

    void put(Map<String, Object> newContent, Instant now) {
        content = newContent;
        changedAt = now;
        version++;
        retired = false;
    }

    void retire(Instant now) {
        if (retired) {
            return;
        }
        retired = true;
        changedAt = now;
        version++;
    }

    Setting setting() {
        return new Setting(key, version, content, changedAt);
    }
}
