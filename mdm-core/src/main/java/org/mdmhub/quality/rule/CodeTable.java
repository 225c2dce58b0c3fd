package org.mdmhub.quality.rule;

/** A table of codes that a rule can name, as a bean. */
public interface CodeTable {

    /** Name in a rule, as {@code countries}. */
    String name();

    boolean contains(String code);
}
