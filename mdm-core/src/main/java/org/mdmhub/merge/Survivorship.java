package org.mdmhub.merge;

import java.util.List;

/** Which of several values of a field wins when nobody picked one. Runs inside the caller's transaction. */
public interface Survivorship {

    /**
     * The winner.
     *
     * @param claim one of those that were given
     * @param rule short name of the rule that decided, as {@code newest}; {@code survivor} where none did
     */
    record Winner(Claim claim, String rule) {}

    /**
     * Chooses among different values.
     *
     * @param claims at least two, the survivor's first where it holds a value; not all equal
     */
    Winner choose(String type, String field, List<Claim> claims);

    /**
     * Chooses among different values where the survivor may hold none.
     *
     * @param survivor number of the record that stays
     * @param claims at least one, in any order
     */
    default Winner choose(String type, String field, long survivor, List<Claim> claims) {
        return choose(type, field, claims);
    }
}
