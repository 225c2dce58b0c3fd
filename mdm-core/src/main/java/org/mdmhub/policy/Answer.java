package org.mdmhub.policy;

import java.util.List;

/**
 * What a policy says to one request.
 *
 * @param met whether every part holds
 * @param counts whether its steps are asked for: it is met, and no other one stands alone before it
 * @param parts each part that the policy names
 */
public record Answer(Policy policy, boolean met, boolean counts, List<Part> parts) {

    /** What a policy can look at. */
    public enum What {
        ACTIVE,
        DATES,
        TYPE,
        KINDS,
        ORG_UNITS,
        WHEN,
        TOUCHED,
        REPLACED,
        ABOVE,
        CANDIDATES
    }

    /**
     * One part of a policy before one request.
     *
     * @param found what of the request made it hold, as field keys, kinds, codes or numbers; empty where nothing did
     */
    public record Part(What what, boolean holds, List<String> found) {}
}
