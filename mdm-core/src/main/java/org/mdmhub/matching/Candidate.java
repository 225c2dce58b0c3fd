package org.mdmhub.matching;

import java.util.List;

/**
 * Something that is or may be the same.
 *
 * @param type key of the master type of both
 * @param like the first name of what it looks like
 * @param name its own first name
 * @param score a probability between 0 and 1
 * @param prior bits with which the comparison began; with the weights of the evidence they come to the score
 */
public record Candidate(
        Owner owner,
        String type,
        String like,
        int orgUnitId,
        String name,
        double score,
        MatchOutcome outcome,
        List<Evidence> evidence,
        double prior) {}
