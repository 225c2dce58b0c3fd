package org.mdmhub.sync.target;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system that gets the approved masters.
 *
 * @param connector key of the connector that speaks its dialect
 * @param types keys of the master types that it gets
 * @param settings what the connector needs beside its secrets
 * @param holdSeconds how long a change waits before it leaves, so that a decision can be undone
 * @param readiness whether what it demands is said of a record before that is approved
 * @param circuitOpenUntil unavailable as a whole, probed at this time; null while it serves
 * @param circuitCause why, in words
 */
public record Target(
        String name,
        String connector,
        Mode mode,
        List<String> types,
        URI address,
        Map<String, String> settings,
        int holdSeconds,
        boolean paused,
        Readiness readiness,
        @Nullable Instant circuitOpenUntil,
        @Nullable String circuitCause) {

    /** One whose demands are warnings, as every target begins. */
    public Target(
            String name,
            String connector,
            Mode mode,
            List<String> types,
            URI address,
            Map<String, String> settings,
            int holdSeconds,
            boolean paused,
            @Nullable Instant circuitOpenUntil,
            @Nullable String circuitCause) {
        this(
                name,
                connector,
                mode,
                types,
                address,
                settings,
                holdSeconds,
                paused,
                Readiness.WARN,
                circuitOpenUntil,
                circuitCause);
    }

    /** What becomes of a record that the target would refuse. */
    public enum Readiness {
        /** Nothing is said. */
        OFF,
        /** It is said. */
        WARN,
        /** It is not approved. */
        STOP
    }

    /** How far a target takes part. */
    public enum Mode {
        /** Nothing is owed to it. */
        OFF,
        /** What is owed is kept and nothing is sent. */
        SHADOW,
        /** As SHADOW, until the pilot's records can be chosen. */
        PILOT,
        /** All that is owed is sent. */
        LIVE
    }

    /** Whether it serves. */
    public enum State {
        OK,
        PAUSED,
        OPEN_CIRCUIT
    }

    public State state() {
        if (paused) {
            return State.PAUSED;
        }
        return circuitOpenUntil == null ? State.OK : State.OPEN_CIRCUIT;
    }

    /** Whether couriers may go. */
    public boolean served() {
        return mode == Mode.LIVE && state() == State.OK;
    }
}
