package org.mdmhub.notice;

/** The ways to a person that he can choose among. */
public enum Way {
    /** The list and the bell in the program. */
    PROGRAM,
    MAIL
}
