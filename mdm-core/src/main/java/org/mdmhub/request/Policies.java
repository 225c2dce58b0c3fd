package org.mdmhub.request;

import java.util.List;
import java.util.Set;

/** Says who must approve what. */
public interface Policies {

    /** The steps that such a change needs, numbered from 1 in the order of their stages. None needs nobody's approval. */
    List<Step> steps(PolicyCase change);

    /**
     * Whether a decision of the round before on a step holds again, now that these fields were edited since; by default
     * it never does.
     *
     * @param step as it was asked for then and is asked for now
     * @param edited keys of the fields whose asked value is another one, {@link #OTHERWISE} where something else is
     */
    default boolean keeps(Step step, String type, Set<String> edited) {
        return false;
    }

    /** Stands among edited fields for the day from which the change is to hold. */
    String OTHERWISE = "/effectiveFrom";
}
