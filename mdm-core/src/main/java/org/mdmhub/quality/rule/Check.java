package org.mdmhub.quality.rule;

import java.util.Arrays;
import java.util.List;

/** What a rule looks at, and by which entries of its content it is told so. */
public enum Check {
    /** The field is filled. */
    REQUIRED("field"),
    /** The whole text is of this shape; RE2 syntax, which takes linear time. */
    PATTERN("field", "pattern"),
    /** A number or date lies between two ends, both included. */
    RANGE("field", "min", "max"),
    /** The text has so many characters (code points). */
    LENGTH("field", "min", "max"),
    /** The value stands in a code table. */
    CODE_TABLE("field", "table"),
    /** No other living record has the same value, among all or among those that are alike in some fields. */
    UNIQUE("field", "within"),
    /** Under the rule's conditions, the field compares so with a value or with another field. */
    CONDITION("field", "is", "values", "other"),
    /** The field no longer changes once the record was delivered to a target. */
    FROZEN("field"),
    /** An expression over the record is true. */
    EXPRESSION("field", "expression");

    private final List<String> entries;

    Check(String... entries) {
        this.entries = Arrays.asList(entries);
    }

    /** Entries of a rule's content that this check reads, beside those that every rule has. */
    public List<String> entries() {
        return entries;
    }
}
