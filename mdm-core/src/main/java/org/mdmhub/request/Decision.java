package org.mdmhub.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody's word on a request. Never changes; the database refuses it where he wrote into the request. */
@Entity
@Audited
public class Decision {

    @Id
    private UUID id;

    private UUID requestId;

    @Column(updatable = false)
    private String requestedBy;

    private int round;
    private int step;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String decidedBy;
    private Instant decidedAt;
    private @Nullable String comment;
    private @Nullable String decidedFor;
    private @Nullable UUID carriedFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> fields;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(ChangeRequest request, int step, Verdict verdict, String by, Instant at, Remark remark) {
        this.id = UUID.randomUUID();
        this.requestId = request.id();
        this.requestedBy = request.requestedBy();
        this.round = request.round();
        this.step = step;
        this.verdict = verdict;
        this.decidedBy = by;
        this.decidedAt = at;
        this.comment = remark.comment();
        this.fields = remark.fields();
    }

    /** As a substitute for somebody. */
    Decision insteadOf(@Nullable String login) {
        decidedFor = login;
        return this;
    }

    /** The same word again, in the present round and for the step that asks the same people. */
    Decision carried(ChangeRequest request, int intoStep, Instant at) {
        Decision again = new Decision(request, intoStep, verdict, decidedBy, at, new Remark(comment, fields));
        again.decidedFor = decidedFor;
        again.carriedFrom = id;
        return again;
    }

    /** What is said with a decision: free text or null, and with a return the fields to be mended. */
    public record Remark(@Nullable String comment, List<String> fields) {}

    public UUID requestId() {
        return requestId;
    }

    public int round() {
        return round;
    }

    public int step() {
        return step;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** For whom he decided as a substitute, null where for himself. */
    public @Nullable String decidedFor() {
        return decidedFor;
    }

    /** Whose word it is: of the one who decided, or of the one for whom he did. */
    public String voice() {
        return decidedFor == null ? decidedBy : decidedFor;
    }

    /** The decision of an earlier round that counts again, null for one that was made in its round. */
    public @Nullable UUID carriedFrom() {
        return carriedFrom;
    }

    boolean involves(String login) {
        return decidedBy.equals(login) || login.equals(decidedFor);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String comment() {
        return comment;
    }

    public List<String> fields() {
        return fields;
    }
}
