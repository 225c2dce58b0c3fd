package org.mdmhub.merge;

/** Which values win in a kind of master until somebody lays down something else; a bean a domain. */
public interface SurvivorshipDefaults {

    /** Key of the kind of master. */
    String type();

    SurvivorshipRules rules();
}
