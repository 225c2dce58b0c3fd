package org.mdmhub.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the code ledger.
 *
 * @param recordId the record that the code belongs to for ever, null where it never had one
 * @param who login behind the last change of state
 */
public record IssuedCode(
        String type,
        String code,
        State state,
        Origin origin,
        @Nullable Long recordId,
        @Nullable Long number,
        String who,
        Instant at,
        String why) {

    /** What became of a code. No state leads out of VOID, and no code ever belongs to a second record. */
    public enum State {
        RESERVED,
        ISSUED,
        RETIRED,
        VOID,
        MERGED
    }

    /** Where a code came from. */
    public enum Origin {
        COUNTER,
        /** Named by a person who may. */
        MANUAL,
        /** The key of the system whose codes are adopted. */
        ADOPTED
    }
}
