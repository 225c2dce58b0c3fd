package org.mdmhub.request;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What does not change of a request, however often it is edited; its owner only where its record was merged. */
@MappedSuperclass
public abstract class RequestFacts {

    @Id
    private UUID id;

    private String number;
    private String type;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private int orgUnitId;
    private int ownerUnitId;

    @Column(updatable = false)
    private @Nullable String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> block;

    private @Nullable String sourceSystem;
    private @Nullable String sourceKey;

    @Column(updatable = false)
    private String requestedBy;

    private Instant createdAt;

    @Column(updatable = false)
    private @Nullable UUID splitFrom;

    @SuppressWarnings("NullAway.Init")
    RequestFacts() {}

    RequestFacts(Beginning begins, String number, String requestedBy, Instant now) {
        this.id = TimeOrdered.uuid(now);
        this.number = number;
        this.type = begins.type();
        this.kind = begins.kind();
        this.orgUnitId = begins.orgUnit();
        this.ownerUnitId = begins.ownerUnit();
        this.subject = begins.subject();
        this.block = begins.block();
        this.sourceSystem = begins.sourceSystem();
        this.sourceKey = begins.sourceKey();
        this.requestedBy = requestedBy;
        this.createdAt = now;
        this.splitFrom = begins.splitFrom();
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String type() {
        return type;
    }

    public ChangeKind kind() {
        return kind;
    }

    public int orgUnitId() {
        return orgUnitId;
    }

    public int ownerUnitId() {
        return ownerUnitId;
    }

    void ownedBy(int ownerUnit) {
        this.ownerUnitId = ownerUnit;
    }

    /** Key of the setting that it is about, null where it is about a master. */
    public @Nullable String subject() {
        return subject;
    }

    public @Nullable Map<String, Object> block() {
        return block;
    }

    public @Nullable String sourceSystem() {
        return sourceSystem;
    }

    public @Nullable String sourceKey() {
        return sourceKey;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The request of whose rest this is, null where it was asked for by itself. */
    public @Nullable UUID splitFrom() {
        return splitFrom;
    }
}
