package org.mdmhub.road;

import java.time.Instant;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeRequest;
import org.springframework.stereotype.Component;

/** What becomes of an approved request: it is done now, on its day, or at the end of a freeze. */
@Component
class Finishing {

    private final Approvals approvals;
    private final Application application;
    private final Freezing freezing;

    Finishing(Approvals approvals, Application application, Freezing freezing) {
        this.approvals = approvals;
        this.application = application;
        this.freezing = freezing;
    }

    /**
     * At the last approval.
     *
     * @param one whether it was looked at by itself, so that it may be undone
     */
    void applyOrWait(ChangeRequest request, Instant now, boolean one) {
        Instant from = request.wish().effectiveFrom();
        if (from != null && from.isAfter(now)) {
            approvals.schedule(request, null);
            return;
        }
        Instant thaw = freezing.refuseOrWait(request, now);
        if (thaw != null) {
            approvals.schedule(request, thaw);
        } else {
            application.apply(request, now, one);
        }
    }

    /** When its day has come. */
    void applyUnlessFrozen(ChangeRequest request, Instant now) {
        Instant thaw = freezing.waits(request, now);
        if (thaw != null) {
            request.waitUntil(thaw);
        } else {
            application.apply(request, now);
        }
    }
}
