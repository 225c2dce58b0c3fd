package org.mdmhub.notice;

/** When somebody wants to be told by a way. */
public enum Choice {
    NOW,
    /** Once a day, all in one message. */
    DIGEST,
    OFF
}
