package org.mdmhub.organisation;

/** What somebody may do; each route asks for one of these. */
public enum Right {
    /** See masters, their history, candidates and where they stand in the targets. */
    READ_MASTERS,
    /** Ask for changes. */
    ASK,
    /** See change requests of one's organisations. */
    READ_REQUESTS,
    /** Approve, return and reject, where the step of the policy names one of his roles. */
    DECIDE,
    /** Ask for settings that hold for everybody: coding schemes, rules, categories, forms. */
    DEFINE,
    /** Dismiss look-alikes. */
    JUDGE_DUPLICATES,
    /** See targets and deliveries. */
    READ_TARGETS,
    /** Change, pause and repair targets and deliveries. */
    OPERATE_TARGETS,
    /** See values of masked fields as they are. */
    SEE_MASKED,
    /** Users, roles, tokens, the description of the API. */
    ADMINISTER,
    /** Anything that everybody who is logged in may do. */
    BE_LOGGED_IN
}
