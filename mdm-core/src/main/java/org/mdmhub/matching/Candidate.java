package org.mdmhub.matching;

import java.util.List;

/** Something that is or may be the same. {@code score} is a probability between 0 and 1. */
public record Candidate(
        Owner owner, int orgUnitId, String name, double score, MatchOutcome outcome, List<Evidence> evidence) {}
