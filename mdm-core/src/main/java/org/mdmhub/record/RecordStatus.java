package org.mdmhub.record;

/** Where a master stands. */
public enum RecordStatus {
    /** In use. */
    ACTIVE,
    /** In use with something forbidden; see its blocks. */
    BLOCKED,
    /** No longer used; its code stays its own for ever. */
    RETIRED,
    /** Merged into its survivor, to which its code leads. */
    MERGED;

    /** Whether it is still something that a new request could double. */
    public boolean living() {
        return this == ACTIVE || this == BLOCKED;
    }
}
