package org.mdmhub.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What somebody said on a request, as a whole or on one of its fields. Never changes. */
@Entity
@Audited
public class RequestComment {

    @Id
    private UUID id;

    private UUID requestId;
    private int round;
    private @Nullable String field;

    @Column(updatable = false)
    private String author;

    private Instant saidAt;
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected RequestComment() {}

    RequestComment(UUID requestId, int round, @Nullable String field, String author, Instant at, String text) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.round = round;
        this.field = field;
        this.author = author;
        this.saidAt = at;
        this.text = text;
    }

    public UUID id() {
        return id;
    }

    public UUID requestId() {
        return requestId;
    }

    /** The round of approval in which it was said, 0 before the first. */
    public int round() {
        return round;
    }

    /** Key of the field that it is on, null where it is on the whole. */
    public @Nullable String field() {
        return field;
    }

    public String author() {
        return author;
    }

    public Instant at() {
        return saidAt;
    }

    public String text() {
        return text;
    }
}
