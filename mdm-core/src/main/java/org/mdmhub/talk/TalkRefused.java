package org.mdmhub.talk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;

/** It cannot be said, or not now; nothing was written. */
public class TalkRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** Does not exist, or he may not see it. */
        NOT_FOUND,
        /** He may only look. */
        MAY_NOT,
        /** Only who asked may urge. */
        NOT_REQUESTER,
        /** It waits for nobody. */
        STATE,
        /** It was urged lately; see {@link #until}. */
        TOO_SOON,
        /** See the findings. */
        INVALID
    }

    private final Reason reason;
    private final transient List<Finding> findings;
    private final transient @Nullable Instant until;

    private TalkRefused(Reason reason, List<Finding> findings, @Nullable Instant until) {
        super(reason.name());
        this.reason = reason;
        this.findings = findings;
        this.until = until;
    }

    static TalkRefused because(Reason reason) {
        return new TalkRefused(reason, List.of(), null);
    }

    static TalkRefused invalid(Finding finding) {
        return new TalkRefused(Reason.INVALID, List.of(finding), null);
    }

    static TalkRefused until(Instant when) {
        return new TalkRefused(Reason.TOO_SOON, List.of(), when);
    }

    public Reason reason() {
        return reason;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** When it may be done again, null where that is not why. */
    public @Nullable Instant until() {
        return until;
    }
}
