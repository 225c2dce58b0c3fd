package org.mdmhub.request;

/** What somebody decided. */
public enum Verdict {
    APPROVE,
    RETURN,
    REJECT
}
