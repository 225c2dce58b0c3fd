package org.mdmhub.matching.name;

/** How alike two names are, the most alike first. The order is that of the constants. */
public enum NameLevel {
    /** The same but for case, width, blanks, signs and traditional characters. */
    EQUAL(1),
    /** Only legal form, numerals or the 市 of a place differ. */
    LEGAL_FORM(0.95),
    /** The same brand and industry; a region stands in one only, more exactly in one, or elsewhere. */
    SAME_BRAND_INDUSTRY(0.85),
    /** One is a well-formed short form of the other. */
    SHORT_FORM(0.8),
    /** Other characters, read alike. */
    SOUND(0.7),
    /** The same but for slips of the pen, the order of words or a part of the industry. */
    SIMILAR_HIGH(0.7),
    /** The same name on a body of another kind: a partnership, a cooperative, a stock corporation. */
    OTHER_FORM(0.6),
    /** Two neighbouring characters of a Chinese brand have changed places: a slip, seldom another brand. */
    SWAPPED(0.55),
    /** Somewhat alike. */
    SIMILAR(0.5),
    /** The same brand in another line of business. */
    OTHER_INDUSTRY(0.35),
    /** The same whole, another part of it, or the whole itself: another registered entity. */
    OTHER_BRANCH(0.35),
    /** The same name in another place: another registered entity. */
    OTHER_REGION(0.3),
    /** Alike, but with other digits: never the same. */
    OTHER_NUMBER(0.2),
    /** Chinese brands one character apart, of which nothing else says that they are one. */
    ONE_CHARACTER(0.3),
    /** Nothing in common that counts. */
    DIFFERENT(0);

    private final double worth;

    NameLevel(double worth) {
        this.worth = worth;
    }

    /** From 1, equal, to 0, different: for ranking, no probability. */
    public double worth() {
        return worth;
    }

    /** Whether the names alone say that it is the same company. */
    public boolean isMatch() {
        return this == EQUAL || this == LEGAL_FORM;
    }
}
