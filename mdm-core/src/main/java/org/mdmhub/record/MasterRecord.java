package org.mdmhub.record;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of master shares. Written only on the road; its version counts the applied changes and is the ETag.
 */
@Entity
@Table(name = "record")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "type")
@Audited
public abstract class MasterRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record_seq")
    @SequenceGenerator(name = "record_seq", sequenceName = "record_seq", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable String code;
    private int orgUnitId;

    @NotAudited
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Integer[] visibleTo = {};

    @Enumerated(EnumType.STRING)
    private RecordStatus status = RecordStatus.ACTIVE;

    private @Nullable Long survivorId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> views = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> blocks = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> documents = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> attributes = new LinkedHashMap<>();

    @Version
    private int version = 1;

    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    /** Number in the database; only a record that was saved has one. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the record is not saved yet");
        }
        return id;
    }

    /** The golden code; only a record that took its code has one. */
    public String code() {
        if (code == null) {
            throw new IllegalStateException("the record has no code yet");
        }
        return code;
    }

    public int orgUnitId() {
        return orgUnitId;
    }

    /** Organisations that see the record: its owner and those with a view. Empty on a record from the history. */
    public Set<Integer> seenBy() {
        return Set.of(visibleTo);
    }

    public RecordStatus status() {
        return status;
    }

    /** The record that this one was merged into, null while it stands for itself. */
    public @Nullable Long survivorId() {
        return survivorId;
    }

    /** Counts the applied changes, from 1. */
    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    List<Map<String, Object>> views() {
        return views;
    }

    List<Map<String, Object>> blocks() {
        return blocks;
    }

    List<Map<String, Object>> documents() {
        return documents;
    }

    @Nullable
    Object attribute(String key) {
        return attributes.get(key);
    }

    void views(List<Map<String, Object>> items) {
        this.views = items;
    }

    void blocks(List<Map<String, Object>> items) {
        this.blocks = items;
    }

    void documents(List<Map<String, Object>> items) {
        this.documents = items;
    }

    void attribute(String key, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        this.attributes = changed;
    }

    void ownedBy(int unit, Instant now) {
        this.orgUnitId = unit;
        this.createdAt = now;
    }

    void written(Instant now, RecordStatus newStatus, Set<Integer> seenBy) {
        this.updatedAt = now;
        this.status = newStatus;
        this.survivorId = null;
        List<Integer> units = new ArrayList<>(seenBy);
        if (!units.equals(List.of(visibleTo))) {
            this.visibleTo = units.toArray(new Integer[0]);
        }
    }

    void mergedInto(long survivor, Instant now) {
        this.updatedAt = now;
        this.status = RecordStatus.MERGED;
        this.survivorId = survivor;
    }

    void takeCode(String issued) {
        if (code != null) {
            throw new IllegalStateException("record " + code + " has its code already");
        }
        this.code = issued;
    }
}
