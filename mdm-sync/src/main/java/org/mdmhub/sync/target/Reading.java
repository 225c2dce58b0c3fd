package org.mdmhub.sync.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a target says that it holds under a golden code. */
public sealed interface Reading {

    /**
     * It holds it.
     *
     * @param targetKey the target's own id
     * @param version the target's mark of its state, where it gives one
     * @param stage null where the record is finished there, else the stage to take up again
     * @param body fields by the target's names, nested as in {@link Message#body()}
     */
    record Found(
            String targetKey,
            @Nullable String version,
            @Nullable String stage,
            Map<String, Object> body) implements Reading {}

    /** It does not hold it. */
    record Absent() implements Reading {}

    /** It could not be asked. */
    record Failed(Outcome why) implements Reading {}
}
