package org.mdmhub.sync.connector;

import org.mdmhub.sync.target.Outcome;

/**
 * A conversation with a target ends here, with this outcome. Stays inside the connectors: their callers get the
 * outcome.
 */
public final class Stopped extends Exception {

    private final transient Outcome outcome;

    public Stopped(Outcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    /** What became of the push, or why the target could not be asked. */
    public Outcome outcome() {
        return outcome;
    }
}
