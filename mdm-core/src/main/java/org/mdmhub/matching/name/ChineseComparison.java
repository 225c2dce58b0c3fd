package org.mdmhub.matching.name;

import java.util.List;

/** Compares two Chinese names but for what makes two entities of them. */
final class ChineseComparison {

    private static final double WELL_FORMED = 0.6;
    private static final double ALIKE = 0.75;
    private static final int LONG_BRAND = 5;
    private static final double OF_LENGTH = 0.1;
    private static final double OF_REGION = 0.08;
    private static final double OF_MARKS = 0.12;
    private static final List<String> MARKS = List.of("股份", "集团");

    private ChineseComparison() {}

    static NameLevel compare(CompanyName one, CompanyName other) {
        String heart = one.heart();
        String theirs = other.heart();
        boolean sameBrand = one.brand().equals(other.brand());
        if (heart.equals(theirs) || takenForPlace(one, other)) {
            return NameLevel.SAME_BRAND_INDUSTRY;
        }
        if (Edits.swapped(one.core(), other.core()) || Edits.swapped(one.full(), other.full())) {
            return swapped(one, other);
        }
        if (shortForm(one, other) >= WELL_FORMED) {
            return NameLevel.SHORT_FORM;
        }
        if (heart.length() > 2 && Sounds.alike(heart, theirs)) {
            return NameLevel.SOUND;
        }
        if (sameBrand) {
            return sameBrand(one.industry(), other.industry());
        }
        return otherBrand(one, other);
    }

    /** 富锦 is a place, and the brand of 昆明富锦橡胶制品: without 昆明 it looks like the place. */
    static boolean takenForPlace(CompanyName one, CompanyName other) {
        return one.heart().equals(withoutBranch(other)) || other.heart().equals(withoutBranch(one));
    }

    private static String withoutBranch(CompanyName name) {
        String core = name.core();
        return core.endsWith(name.branch())
                ? core.substring(0, core.length() - name.branch().length())
                : core;
    }

    /** Characters of a brand make another brand in the other order; where a place or a trade is torn apart, it is a slip. */
    private static NameLevel swapped(CompanyName one, CompanyName other) {
        return Edits.swapped(one.brand(), other.brand()) && one.industry().equals(other.industry())
                ? NameLevel.SWAPPED
                : NameLevel.SIMILAR_HIGH;
    }

    private static NameLevel sameBrand(String industry, String theirs) {
        if (industry.isEmpty() || theirs.isEmpty()) {
            return NameLevel.SIMILAR;
        }
        String one = industry.replace(" ", "");
        String other = theirs.replace(" ", "");
        return one.contains(other) || other.contains(one) || Edits.distance(one, other) <= 1 && one.length() > 2
                ? NameLevel.SIMILAR_HIGH
                : NameLevel.OTHER_INDUSTRY;
    }

    private static NameLevel otherBrand(CompanyName one, CompanyName other) {
        boolean near = Edits.distance(one.brand(), other.brand()) == 1;
        boolean sameLine = one.industry().equals(other.industry());
        if (near && (sameLine || one.brand().length() >= LONG_BRAND)) {
            return NameLevel.ONE_CHARACTER;
        }
        if (Edits.distance(one.heart(), other.heart()) == 1) {
            return NameLevel.ONE_CHARACTER;
        }
        return Math.min(one.brand().length(), other.brand().length()) > 2
                        && Edits.dice(one.core(), other.core()) >= ALIKE
                ? NameLevel.SIMILAR
                : NameLevel.DIFFERENT;
    }

    /** How good a short form one is of the other; 0 where both say their legal form. */
    static double shortForm(CompanyName one, CompanyName other) {
        boolean first = one.core().length() <= other.core().length();
        CompanyName shorter = first ? one : other;
        CompanyName longer = first ? other : one;
        if (!shorter.form().isEmpty() || !shorter.branch().equals(longer.branch())) {
            return 0;
        }
        return ShortForm.quality(shorter, longer);
    }

    static double likeness(CompanyName one, CompanyName other) {
        double lengths = Math.min(one.heart().length(), other.heart().length());
        double part = lengths
                / Math.max(1, Math.max(one.heart().length(), other.heart().length()));
        double like = Math.max(shortForm(one, other), Edits.dice(one.core(), other.core()));
        double region = one.region().equals(other.region()) ? OF_REGION : 0;
        return (1 - OF_LENGTH - OF_REGION - OF_MARKS) * like + OF_LENGTH * part + region + OF_MARKS * marks(one, other);
    }

    /** A short name that says 股份 or 集团 means a company that has the word in its full name. */
    private static double marks(CompanyName one, CompanyName other) {
        for (String mark : MARKS) {
            if (one.full().contains(mark) && other.full().contains(mark)) {
                return 1;
            }
        }
        return 0;
    }
}
