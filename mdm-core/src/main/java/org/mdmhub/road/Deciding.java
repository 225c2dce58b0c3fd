package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.Verdict;
import org.springframework.stereotype.Component;

/** What follows from a decision, inside the road's transaction. The caller has locked the request. */
@Component
class Deciding {

    private final Approvals approvals;
    private final ChangeRequests requests;
    private final Finishing finishing;
    private final Matching matching;
    private final UndoWindows windows;

    Deciding(
            Approvals approvals, ChangeRequests requests, Finishing finishing, Matching matching, UndoWindows windows) {
        this.approvals = approvals;
        this.requests = requests;
        this.finishing = finishing;
        this.matching = matching;
        this.windows = windows;
    }

    /** Who decides, when, and whether it is this one request that he looks at, so that he may undo it. */
    record Hand(Actor actor, Instant now, boolean one) {}

    void approve(ChangeRequest request, Decision.Remark remark, List<String> distinctFrom, Hand hand) {
        AskRules.storable("/distinctFrom", distinctFrom);
        boolean last = approvals.decide(request, Verdict.APPROVE, hand.actor(), remark, hand.now());
        approvals.declareDistinct(request, distinctFrom);
        requests.flush();
        if (last) {
            finishing.applyOrWait(request, hand.now(), hand.one());
        }
        done(request, hand);
    }

    void sendBack(ChangeRequest request, Decision.Remark remark, Hand hand) {
        approvals.decide(request, Verdict.RETURN, hand.actor(), remark, hand.now());
        done(request, hand);
    }

    void reject(ChangeRequest request, Decision.Remark remark, Hand hand) {
        approvals.decide(request, Verdict.REJECT, hand.actor(), remark, hand.now());
        matching.forget(Owner.request(request.id()));
        done(request, hand);
    }

    /** A merge that needed nobody's word: who asked for it may take it back for a while. */
    void merged(ChangeRequest request, Instant now) {
        if (request.kind().merges() && request.status() == ChangeStatus.APPLIED) {
            windows.open(request, request.requestedBy(), now);
        }
    }

    private void done(ChangeRequest request, Hand hand) {
        requests.flush();
        if (hand.one()) {
            windows.open(request, hand.actor().login(), hand.now());
        }
    }

    /** One of many; what it writes leaves at once. */
    void rule(ChangeRequest request, Ruling ruling, Hand hand) {
        Decision.Remark remark = remark(ruling.comment(), List.of());
        switch (ruling.verdict()) {
            case APPROVE -> approve(request, remark, List.of(), hand);
            case RETURN -> sendBack(request, remark, hand);
            case REJECT -> reject(request, remark, hand);
        }
        ruling.noted().accept(request.status());
    }

    static Decision.Remark remark(@Nullable String comment, List<String> fields) {
        AskRules.text("/comment", comment);
        AskRules.storable("/fields", fields);
        return new Decision.Remark(comment, fields);
    }
}
