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
    RETIRE,
    /** Another name of the same registered thing, proved by a paper. */
    RENAME,
    /** As it was in an earlier version; brings a retired record back to life. */
    RESTORE,
    /** Several records are one; all but one lead to that from then on. */
    MERGE,
    /** A merge is taken back. */
    UNMERGE;

    /** Whether its fields are values that the record is to hold. */
    public boolean writesFields() {
        return switch (this) {
            case CREATE, UPDATE, RENAME, RESTORE -> true;
            case EXTEND, BLOCK, UNBLOCK, RETIRE, MERGE, UNMERGE -> false;
        };
    }

    /** Whether it changes values that somebody saw, so that it must say in which version. */
    public boolean needsBase() {
        return writesFields() && this != CREATE;
    }

    /** Whether it is about several records at once. */
    public boolean merges() {
        return this == MERGE || this == UNMERGE;
    }

    /** The reason that is meant where none of the list is named. */
    public String defaultReason() {
        return switch (this) {
            case CREATE, EXTEND -> "NEW_BUSINESS";
            case UPDATE, RENAME -> "CHANGE";
            case RESTORE, MERGE, UNMERGE -> "CORRECTION";
            case BLOCK, UNBLOCK -> "RISK";
            case RETIRE -> "CLOSURE";
        };
    }
}
