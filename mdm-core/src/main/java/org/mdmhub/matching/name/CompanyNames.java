package org.mdmhub.matching.name;

/**
 * Compares two names of companies. Another branch, another region or other digits make another registered entity, however
 * alike the rest is. The order of the two does not count.
 */
public final class CompanyNames {

    /** How much of the similarity is not told by the level. */
    private static final double WITHIN = 0.3;

    private CompanyNames() {}

    /** How alike they are; names without a letter or digit are different from all. */
    public static NameLevel compare(CompanyName one, CompanyName other) {
        if (one.full().isEmpty() || other.full().isEmpty()) {
            return NameLevel.DIFFERENT;
        }
        if (one.full().equals(other.full())) {
            return NameLevel.EQUAL;
        }
        if (one.full().compareTo(other.full()) > 0) {
            return compare(other, one);
        }
        if (one.core().equals(other.core())) {
            return sameForm(one, other) ? NameLevel.LEGAL_FORM : NameLevel.OTHER_FORM;
        }
        NameLevel level = one.isChinese() && other.isChinese()
                ? ChineseComparison.compare(one, other)
                : LatinComparison.compare(one, other);
        return level == NameLevel.DIFFERENT ? level : apart(one, other, level);
    }

    /** How alike in one number where the level is known, for ranking: 1 equal, 0 nothing in common. */
    public static double similarity(CompanyName one, CompanyName other, NameLevel level) {
        if (one.full().compareTo(other.full()) > 0) {
            return similarity(other, one, level);
        }
        double within = one.isChinese() && other.isChinese()
                ? ChineseComparison.likeness(one, other)
                : LatinComparison.likeness(one, other);
        return level == NameLevel.EQUAL ? 1 : (1 - WITHIN) * level.worth() + WITHIN * Math.min(within, 1);
    }

    /** What makes two entities of names that are alike. */
    private static NameLevel apart(CompanyName one, CompanyName other, NameLevel level) {
        if (!one.digits().equals(other.digits())
                && (level != NameLevel.SHORT_FORM
                        || !one.digits().isEmpty() && !other.digits().isEmpty())) {
            return NameLevel.OTHER_NUMBER;
        }
        if (!one.branch().equals(other.branch())) {
            return NameLevel.OTHER_BRANCH;
        }
        if (!sameRegion(one.region(), other.region()) && !ChineseComparison.takenForPlace(one, other)) {
            return NameLevel.OTHER_REGION;
        }
        boolean alike = level.compareTo(NameLevel.OTHER_FORM) < 0;
        return alike && !sameForm(one, other) ? NameLevel.OTHER_FORM : level;
    }

    /** One is unknown, or of the same kind, or of a kind that goes with any. */
    private static boolean sameForm(CompanyName one, CompanyName other) {
        String form = one.form();
        String theirs = other.form();
        return form.isEmpty()
                || theirs.isEmpty()
                || form.equals(theirs)
                || form.equals(LatinForms.GENERAL)
                || theirs.equals(LatinForms.GENERAL);
    }

    /** One has none, or the places of one are all among those of the other. */
    private static boolean sameRegion(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return true;
        }
        return within(one, other) || within(other, one);
    }

    private static boolean within(String few, String many) {
        String all = " " + many + " ";
        for (String place : few.split(" ", -1)) {
            if (!all.contains(" " + place + " ")) {
                return false;
            }
        }
        return true;
    }
}
