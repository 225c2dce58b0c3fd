package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Weighs the evidence on two things, in bits, as Fellegi and Sunter (1969) do. Begins unlikely. */
public final class Verdict {

    /** What an identifier of both can say. */
    public static final Map<String, Double> IDENTIFIER = Map.of("same", 15.0, "other", -8.0);

    /** Bits with which every comparison begins. */
    static final double PRIOR = -5;

    /** Score from which two are worth a look. */
    static final double POSSIBLE = 0.5;

    private final List<Evidence> evidence = new ArrayList<>();
    private boolean identified;
    private boolean contradicted;
    private boolean equal;
    private boolean alike;

    /** Notes what a field says; a weight of zero says nothing. */
    public Verdict add(String field, String level, double weight) {
        if (weight != 0) {
            evidence.add(new Evidence(field, level, Math.round(weight * 100) / 100.0));
        }
        return this;
    }

    /** An identifier of both: the same one identifies, two different ones contradict. */
    public Verdict identifier(String field, boolean same) {
        identified |= same;
        contradicted |= !same;
        return add(field, same ? "same" : "other", same ? 15 : -8);
    }

    /** All that tells such things apart is equal, so that they are the same even without an identifier. */
    public Verdict allEqual() {
        equal = true;
        return this;
    }

    /** Something in which two of the same thing never differ. */
    public Verdict differs(String field) {
        contradicted = true;
        return add(field, "other", -15);
    }

    /** What their kind is told apart by is equal, so that somebody should look at them in any case. */
    public Verdict alike() {
        alike = true;
        return this;
    }

    public double score() {
        double bits = PRIOR + evidence.stream().mapToDouble(Evidence::weight).sum();
        return Math.round(10_000 / (1 + Math.pow(2, -bits))) / 10_000.0;
    }

    /** Two different identifiers of one kind are never a match. */
    public MatchOutcome outcome() {
        if ((identified || equal) && !contradicted) {
            return MatchOutcome.MATCH;
        }
        boolean worthALook = alike && !contradicted;
        return identified || worthALook || score() >= POSSIBLE ? MatchOutcome.POSSIBLE : MatchOutcome.NONE;
    }

    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }
}
