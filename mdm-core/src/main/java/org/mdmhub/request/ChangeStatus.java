package org.mdmhub.request;

import static org.mdmhub.request.ChangeStatus.Action.APPLY;
import static org.mdmhub.request.ChangeStatus.Action.DECIDE;
import static org.mdmhub.request.ChangeStatus.Action.EDIT;
import static org.mdmhub.request.ChangeStatus.Action.SUBMIT;
import static org.mdmhub.request.ChangeStatus.Action.WITHDRAW;

import java.util.Set;

/** Where a change request stands, and what can be done with it there. This table is the state machine. */
public enum ChangeStatus {
    /** Being written. */
    DRAFT(EDIT, SUBMIT, WITHDRAW),
    /** Waits for a decision. */
    IN_REVIEW(DECIDE, WITHDRAW, APPLY),
    /** Sent back to be mended; may be submitted unchanged. */
    RETURNED(EDIT, SUBMIT, WITHDRAW),
    /** Approved, waits for its day. */
    SCHEDULED(WITHDRAW, APPLY),
    /** The same field has moved under it; must be edited before it is submitted again. */
    CONFLICT(EDIT, SUBMIT, WITHDRAW),
    APPLIED,
    REJECTED,
    WITHDRAWN;

    /** What people, or the clock, do with a request. */
    public enum Action {
        EDIT,
        SUBMIT,
        /** Approve, return or reject. */
        DECIDE,
        WITHDRAW,
        APPLY
    }

    private final Set<Action> actions;

    ChangeStatus(Action... actions) {
        this.actions = Set.of(actions);
    }

    public boolean allows(Action action) {
        return actions.contains(action);
    }

    /** Whether it can still come to something. */
    public boolean open() {
        return !actions.isEmpty();
    }
}
