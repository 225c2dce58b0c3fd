package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdmhub.matching.model.Subject;
import org.mdmhub.matching.model.Weights;

/**
 * Weighs the evidence on two things, in bits. What the weights of the fields come to decides only where no rule of the
 * domain does: identifiers, and what two of the same thing never differ in.
 */
public final class Verdict {

    /** What an identifier of both can say. */
    public static final Map<String, Double> IDENTIFIER = Map.of("same", 15.0, "other", -8.0);

    /** Of something in which two of the same thing never differ. */
    public static final double NEVER = -40;

    /** Score from which two are worth a look, as long as nothing else is laid down. */
    static final double POSSIBLE = 0.5;

    /** Score with which a trial of other thresholds begins: from there on hardly any pair is not the same. */
    static final double MATCH = 0.999;

    private static final double UNSURE = 0.99;

    private final List<Evidence> evidence = new ArrayList<>();
    private final double prior;
    private final double possible;
    private boolean identified;
    private boolean contradicted;
    private boolean equal;
    private boolean alike;

    /**
     * What the fields of the two say.
     *
     * @param possible score from which two are worth a look
     */
    Verdict(Weights weights, double possible, Subject one, Subject other) {
        this.prior = rounded(weights.prior());
        this.possible = possible;
        weights.said(one, other).forEach(said -> add(said.field(), said.level(), said.bits()));
    }

    /** Notes what a field says; a weight of zero says nothing. */
    public Verdict add(String field, String level, double weight) {
        if (weight != 0) {
            evidence.add(new Evidence(field, level, rounded(weight)));
        }
        return this;
    }

    private static double rounded(double bits) {
        return Math.round(bits * 100) / 100.0;
    }

    /** Whether a field was found to agree in this way. */
    public boolean says(String field, String level) {
        return evidence.stream()
                .anyMatch(said -> said.field().equals(field) && said.level().equals(level));
    }

    /** An identifier of both: the same one identifies, two different ones contradict. */
    public Verdict identifier(String field, boolean same) {
        identified |= same;
        contradicted |= !same;
        String level = same ? "same" : "other";
        return add(field, level, IDENTIFIER.getOrDefault(level, 0.0));
    }

    /** All that tells such things apart is equal, so that they are the same even without an identifier. */
    public Verdict allEqual() {
        equal = true;
        return this;
    }

    /** Something in which two of the same thing never differ. */
    public Verdict differs(String field) {
        contradicted = true;
        return add(field, "other", NEVER);
    }

    /** What their kind is told apart by is equal, so that somebody should look at them in any case. */
    public Verdict alike() {
        alike = true;
        return this;
    }

    /** Bits with which the comparison began. */
    double prior() {
        return prior;
    }

    /** Bits for their being the same, the doubt before any evidence included. */
    public double bits() {
        return prior + evidence.stream().mapToDouble(Evidence::weight).sum();
    }

    /** Between 0 and 1; what no rule says is never sure, for fields that go together count more than once. */
    public double score() {
        double likely = Weights.probability(bits());
        return Math.round(10_000 * (identified || equal ? likely : Math.min(UNSURE, likely))) / 10_000.0;
    }

    /**
     * The weights alone never make a match, for that would stop a request: a rule must say so. Two different identifiers of
     * one kind are never one.
     */
    public MatchOutcome outcome() {
        MatchOutcome ruled = ruled();
        return ruled == MatchOutcome.NONE && score() >= possible ? MatchOutcome.POSSIBLE : ruled;
    }

    /** What the rules alone come to, whatever the score. */
    MatchOutcome ruled() {
        if ((identified || equal) && !contradicted) {
            return MatchOutcome.MATCH;
        }
        boolean worthALook = alike && !contradicted;
        return identified || worthALook ? MatchOutcome.POSSIBLE : MatchOutcome.NONE;
    }

    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }
}
