package org.mdmhub.request;

/** What a change request asks for. */
public enum ChangeKind {
    /** A new record. */
    CREATE,
    /** Other values in some fields. */
    UPDATE,
    /** Use by one more organisation. */
    EXTEND,
    /** Something may no longer be done with it. */
    BLOCK,
    /** Takes a block away. */
    UNBLOCK,
    /** No longer used. */
    RETIRE;

    /** The reason that is meant where none of the list is named. */
    public String defaultReason() {
        return switch (this) {
            case CREATE, EXTEND -> "NEW_BUSINESS";
            case UPDATE -> "CHANGE";
            case BLOCK, UNBLOCK -> "RISK";
            case RETIRE -> "CLOSURE";
        };
    }
}
