package org.mdmhub.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows whether what was written of a record is still in the house. The part that sends it answers. */
public interface Held {

    /**
     * How a record stands.
     *
     * @param left whether some of it may have left
     * @param until when it begins to leave, null where nobody gets it
     */
    record Hold(boolean left, @Nullable Instant until) {}

    Hold look(long record);

    /** The same, and nothing of it leaves before the caller's transaction ends. */
    Hold keep(long record);
}
