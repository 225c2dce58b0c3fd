package org.mdmhub.history;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One transaction that wrote: who asked, who approved, why and when. */
@Entity
@RevisionEntity(ReasonRequired.class)
class Revision {

    @Id
    @RevisionNumber
    @DrawnRevision
    long id;

    @RevisionTimestamp
    Instant at;

    String who;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> approvedBy;

    String why;

    @Enumerated(EnumType.STRING)
    ChangeReason.Cause cause;

    @Nullable
    String kind;

    @Nullable
    UUID requestId;

    @Nullable
    UUID mergeId;

    @SuppressWarnings("NullAway.Init")
    Revision() {}
}
