package org.mdmhub.matching;

/** What a comparison comes to. */
public enum MatchOutcome {
    /** The same thing: stops a request until a steward says otherwise. */
    MATCH,
    /** May be the same thing: for a steward to look at, stops nothing. */
    POSSIBLE,
    NONE
}
