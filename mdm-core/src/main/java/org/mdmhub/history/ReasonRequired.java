package org.mdmhub.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.envers.RevisionListener;

/** No change without a reason: fails closed. The audit library makes it itself, so it takes nothing in. */
public class ReasonRequired implements RevisionListener {

    @Override
    public void newRevision(Object revisionEntity) {
        ChangeReason reason = ChangeReason.current();
        if (reason == null || reason.why().isBlank()) {
            throw new IllegalStateException("a write to an audited table needs a change reason");
        }
        var revision = (Revision) revisionEntity;
        revision.at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        revision.who = reason.who();
        revision.approvedBy = reason.approvedBy();
        revision.why = reason.why();
        revision.cause = reason.cause();
        revision.kind = reason.kind();
        revision.requestId = reason.requestId();
        revision.mergeId = reason.mergeId();
    }
}
