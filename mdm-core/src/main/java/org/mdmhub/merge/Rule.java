package org.mdmhub.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How to choose among several values of a field; what a rule leaves undecided goes to the next one. */
public enum Rule {
    /** The survivor's, whatever others hold. */
    PINNED("pinned"),
    /** From the system that is trusted most, less so the older it is. */
    TRUST("trust"),
    /** Written last. */
    NEWEST("newest"),
    /** With the most characters; does not decide on anything but text. */
    LONGEST("longest"),
    /** Of the record that has the most fields filled. */
    MOST_COMPLETE("mostComplete"),
    /** Held by more than half of at least three records. */
    MOST_FREQUENT("mostFrequent");

    /** Stands as the rule where none decided. */
    public static final String SURVIVOR = "survivor";

    private final String key;

    Rule(String key) {
        this.key = key;
    }

    /** Its name outside the program. */
    public String key() {
        return key;
    }

    public static Optional<Rule> of(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Rule::key).toList();
    }
}
