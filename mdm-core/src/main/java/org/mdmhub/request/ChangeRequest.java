package org.mdmhub.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeStatus.Action;

/**
 * Somebody's wish to change a master, and what became of it. The guarded verbs here are the only place where its
 * status changes; each refuses with {@link NotAllowed} what the table in {@link ChangeStatus} does not allow.
 */
@Entity
public class ChangeRequest extends RequestFacts {

    @Enumerated(EnumType.STRING)
    private ChangeStatus status = ChangeStatus.DRAFT;

    private @Nullable Long recordId;

    private @Nullable Integer baseVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, @Nullable Object> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, @Nullable Object> baseValues;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> submitted;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> merge;

    private String reasonCode;
    private @Nullable String reason;
    private @Nullable Instant effectiveFrom;
    private @Nullable Instant scheduledFor;
    private @Nullable String partOf;

    private @Nullable Instant submittedAt;
    private @Nullable Instant appliedAt;
    private int round;

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
        super(begins, number, requestedBy, now);
        this.recordId = begins.recordId();
        take(begins.wish());
    }

    private void take(Wish wish) {
        this.baseVersion = wish.baseVersion();
        this.fields = wish.fields();
        this.baseValues = wish.baseValues();
        this.reasonCode = wish.reasonCode();
        this.reason = wish.reason();
        this.effectiveFrom = wish.effectiveFrom();
        this.merge = wish.merge();
    }

    void edit(Wish wish) {
        guard(Action.EDIT);
        if (!conflicts.isEmpty() || moved(wish)) {
            // who decided looked at another record: nothing of that holds
            submitted = null;
        }
        take(wish);
        conflicts = List.of();
    }

    /** Whether a field held something else in the version that is looked at now. */
    private boolean moved(Wish wish) {
        FieldValues before = FieldValues.exact(baseValues);
        FieldValues after = FieldValues.exact(wish.baseValues());
        return baseValues.keySet().stream()
                .anyMatch(
                        key -> wish.baseValues().containsKey(key) && !Objects.equals(before.get(key), after.get(key)));
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
        submitted = part.asked();
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

    /** The record was merged: the request is about its survivor from now on, as that is now. */
    public void follow(long survivor, int version, int ownerUnit) {
        ownedBy(ownerUnit);
        recordId = survivor;
        baseVersion = version;
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

    public ChangeStatus status() {
        return status;
    }

    public @Nullable Long recordId() {
        return recordId;
    }

    public Wish wish() {
        return new Wish(baseVersion, fields, baseValues, reasonCode, reason, effectiveFrom, merge);
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
