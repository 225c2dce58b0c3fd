package org.mdmhub.road;

import java.util.List;
import org.mdmhub.matching.Candidate;
import org.mdmhub.record.Finding;

/** The road does not take it; nothing was written. */
public class Refused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** Does not exist, or lies outside his organisations. */
        NOT_FOUND,
        /** Only who asked may do that. */
        NOT_REQUESTER,
        /** Only who may define settings may ask for that. */
        NOT_DEFINER,
        /** A rule is broken; see the findings. */
        INVALID,
        /** Nothing would change. */
        NO_CHANGE,
        /** The request changed since he read it. */
        STALE,
        /** What he was shown of a merge has changed since. */
        MOVED,
        /** The record's state does not allow it. */
        STATE,
        /** Fields are frozen, see the findings; nothing of them is approved until the freeze ends. */
        FROZEN,
        /** The same thing is there already; see the candidates. */
        DUPLICATE
    }

    private final Reason reason;
    private final transient List<Finding> findings;
    private final transient List<Candidate> candidates;

    private Refused(Reason reason, List<Finding> findings, List<Candidate> candidates) {
        super(reason.name());
        this.reason = reason;
        this.findings = findings;
        this.candidates = candidates;
    }

    static Refused because(Reason reason) {
        return new Refused(reason, List.of(), List.of());
    }

    static Refused invalid(List<Finding> findings) {
        return new Refused(
                Reason.INVALID, findings.stream().filter(Finding::stops).toList(), List.of());
    }

    static Refused invalid(String pointer, String code, String... args) {
        return invalid(List.of(Finding.error(pointer, code, args)));
    }

    static Refused frozen(Finding finding) {
        return new Refused(Reason.FROZEN, List.of(finding), List.of());
    }

    static Refused duplicate(List<Candidate> candidates) {
        return new Refused(Reason.DUPLICATE, List.of(), candidates);
    }

    public Reason reason() {
        return reason;
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<Candidate> candidates() {
        return candidates;
    }
}
