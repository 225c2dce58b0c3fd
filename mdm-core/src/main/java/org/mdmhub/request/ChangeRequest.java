package org.mdmhub.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeStatus.Action;

/**
 * Somebody's wish to change a master, and what became of it. The guarded verbs here are the only place where its
 * status changes; each refuses with {@link NotAllowed} what the table in {@link ChangeStatus} does not allow.
 */
@Entity
public class ChangeRequest {

    @Id
    private UUID id;

    private String number;
    private String type;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Enumerated(EnumType.STRING)
    private ChangeStatus status = ChangeStatus.DRAFT;

    private int orgUnitId;
    private int ownerUnitId;
    private @Nullable Long recordId;

    @Column(updatable = false)
    private @Nullable String subject;

    private @Nullable Integer baseVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, @Nullable Object> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, @Nullable Object> baseValues;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> submitted;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> block;

    private String reasonCode;
    private @Nullable String reason;
    private @Nullable Instant effectiveFrom;
    private @Nullable Instant scheduledFor;
    private @Nullable String partOf;
    private @Nullable String sourceSystem;
    private @Nullable String sourceKey;

    @Column(updatable = false)
    private String requestedBy;

    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant appliedAt;
    private int round;

    @Column(updatable = false)
    private @Nullable UUID splitFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> distinctFrom = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> conflicts = List.of();

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected ChangeRequest() {}

    ChangeRequest(Beginning begins, String number, String requestedBy, Instant now) {
        this.id = TimeOrdered.uuid(now);
        this.number = number;
        this.type = begins.type();
        this.kind = begins.kind();
        this.orgUnitId = begins.orgUnit();
        this.ownerUnitId = begins.ownerUnit();
        this.recordId = begins.recordId();
        this.subject = begins.subject();
        this.block = begins.block();
        this.sourceSystem = begins.sourceSystem();
        this.sourceKey = begins.sourceKey();
        this.requestedBy = requestedBy;
        this.createdAt = now;
        this.splitFrom = begins.splitFrom();
        take(begins.wish());
    }

    private void take(Wish wish) {
        this.baseVersion = wish.baseVersion();
        this.fields = wish.fields();
        this.baseValues = wish.baseValues();
        this.reasonCode = wish.reasonCode();
        this.reason = wish.reason();
        this.effectiveFrom = wish.effectiveFrom();
    }

    void edit(Wish wish) {
        guard(Action.EDIT);
        take(wish);
        conflicts = List.of();
    }

    /** Puts it before the people whom the policy names; a conflict must have been mended before. */
    void submit(List<Step> policy, Instant now) {
        guard(Action.SUBMIT);
        if (!conflicts.isEmpty()) {
            throw new NotAllowed(this, Action.SUBMIT);
        }
        status = ChangeStatus.IN_REVIEW;
        steps = policy;
        round++;
        submittedAt = now;
        submitted = wish().asked();
    }

    /** What was edited since it was submitted the last time; all of it where nobody knows. */
    Set<String> editedSinceSubmitted() {
        return wish().editedSince(submitted);
    }

    /** Keeps only a part of what was asked for; the rest goes on as a request of its own. */
    void narrow(Wish part, List<Step> policy) {
        guard(Action.DECIDE);
        take(part);
        steps = policy;
    }

    void sendBack() {
        guard(Action.DECIDE);
        status = ChangeStatus.RETURNED;
    }

    void reject() {
        guard(Action.DECIDE);
        status = ChangeStatus.REJECTED;
    }

    /** The last decision was taken back: it waits again for everybody whom its steps name. */
    void reopen() {
        if (!status.open() && status != ChangeStatus.REJECTED) {
            throw new NotAllowed(this, Action.DECIDE);
        }
        status = ChangeStatus.IN_REVIEW;
        round++;
    }

    void withdraw() {
        guard(Action.WITHDRAW);
        status = ChangeStatus.WITHDRAWN;
    }

    void schedule() {
        guard(Action.DECIDE);
        status = ChangeStatus.SCHEDULED;
        scheduledFor = null;
    }

    /** What it touches is frozen: it waits for the end of that. */
    public void waitUntil(Instant frozenUntil) {
        guard(Action.APPLY);
        scheduledFor = frozenUntil;
    }

    /** What looks the same was declared to be another thing. */
    void declareDistinct(List<String> codes) {
        guard(Action.DECIDE);
        List<String> all = new ArrayList<>(distinctFrom);
        codes.stream().filter(code -> !all.contains(code)).forEach(all::add);
        distinctFrom = all;
    }

    /** The record was written. */
    public void applied(long record, Instant now) {
        applied(now);
        recordId = record;
    }

    /** The setting was written. */
    public void applied(Instant now) {
        guard(Action.APPLY);
        status = ChangeStatus.APPLIED;
        appliedAt = now;
    }

    /** The fields have moved meanwhile: somebody must look again. */
    public void conflict(List<String> moved) {
        guard(Action.APPLY);
        status = ChangeStatus.CONFLICT;
        conflicts = moved;
    }

    /** Its day has come and it can no longer be done as it was approved. */
    public void cannotBeApplied() {
        guard(Action.APPLY);
        status = ChangeStatus.RETURNED;
    }

    /** @throws NotAllowed where its status does not allow that */
    public void guard(Action action) {
        if (!status.allows(action)) {
            throw new NotAllowed(this, action);
        }
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

    public ChangeStatus status() {
        return status;
    }

    public int orgUnitId() {
        return orgUnitId;
    }

    public int ownerUnitId() {
        return ownerUnitId;
    }

    public @Nullable Long recordId() {
        return recordId;
    }

    /** Key of the setting that it is about, null where it is about a master. */
    public @Nullable String subject() {
        return subject;
    }

    public @Nullable Map<String, Object> block() {
        return block;
    }

    public Wish wish() {
        return new Wish(baseVersion, fields, baseValues, reasonCode, reason, effectiveFrom);
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

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant appliedAt() {
        return appliedAt;
    }

    /** End of the freeze that it waits for, null where it waits for its own day only. */
    public @Nullable Instant scheduledFor() {
        return scheduledFor;
    }

    void partOf(String task) {
        partOf = task;
    }

    /** Number of the mass change whose decision it carries, null where it was decided by itself. */
    public @Nullable String partOf() {
        return partOf;
    }

    /** The request of whose rest this is, null where it was asked for by itself. */
    public @Nullable UUID splitFrom() {
        return splitFrom;
    }

    public int round() {
        return round;
    }

    public List<Step> steps() {
        return steps;
    }

    public List<String> distinctFrom() {
        return distinctFrom;
    }

    public List<String> conflicts() {
        return conflicts;
    }

    public int version() {
        return version;
    }

    /** The reason as written, or the one from the list: what the history says. */
    public String why() {
        return reason == null || reason.isBlank() ? reasonCode : reason;
    }
}
