package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Compares two names of which at most one has Chinese characters, but for what makes two entities of them. */
final class LatinComparison {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final double SAME_WORD = 0.9;
    private static final double HIGH = 0.93;
    private static final double ALIKE = 0.8;
    private static final int ACRONYM = 3;
    private static final int SLIP_LETTERS = 5;

    private LatinComparison() {}

    static NameLevel compare(CompanyName one, CompanyName other) {
        if (one.isChinese() != other.isChinese()) {
            return acrossScripts(one, other);
        }
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return NameLevel.DIFFERENT;
        }
        boolean sameBrand = one.brand().equals(other.brand());
        if (sameBrand && one.industry().equals(other.industry())) {
            return NameLevel.SAME_BRAND_INDUSTRY;
        }
        if (isAcronym(one, other) || isAcronym(other, one)) {
            return NameLevel.SHORT_FORM;
        }
        if (sameBrand) {
            return sameBrand(one, other);
        }
        return byWords(one, other);
    }

    private static NameLevel acrossScripts(CompanyName one, CompanyName other) {
        CompanyName chinese = one.isChinese() ? one : other;
        CompanyName latin = one.isChinese() ? other : one;
        String core = latin.core();
        boolean heard = core.length() > SLIP_LETTERS
                && (core.equals(Sounds.reading(chinese.core())) || core.equals(Sounds.reading(chinese.heart())));
        return heard ? NameLevel.SOUND : NameLevel.DIFFERENT;
    }

    private static NameLevel sameBrand(CompanyName one, CompanyName other) {
        boolean shorter = one.industry().isEmpty() && one.form().isEmpty();
        boolean theirs = other.industry().isEmpty() && other.form().isEmpty();
        if (shorter || theirs) {
            return NameLevel.SHORT_FORM;
        }
        if (one.industry().isEmpty() || other.industry().isEmpty()) {
            return NameLevel.SIMILAR;
        }
        return likeness(one, other) >= HIGH ? NameLevel.SIMILAR_HIGH : NameLevel.OTHER_INDUSTRY;
    }

    private static boolean isAcronym(CompanyName shorter, CompanyName longer) {
        if (shorter.words().size() != 1 || longer.words().size() < ACRONYM) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        longer.words().forEach(word -> initials.append(word.charAt(0)));
        return shorter.words().get(0).contentEquals(initials);
    }

    private static NameLevel byWords(CompanyName one, CompanyName other) {
        String joined = String.join("", one.words());
        String theirs = String.join("", other.words());
        if (joined.length() >= SLIP_LETTERS && Edits.distance(joined, theirs) <= 1) {
            return NameLevel.SIMILAR_HIGH;
        }
        double likeness = likeness(one, other);
        boolean brandsAlike =
                words(List.of(one.brand().split(" ", -1)), List.of(other.brand().split(" "))) >= ALIKE;
        if (likeness >= HIGH) {
            return brandsAlike ? NameLevel.SIMILAR_HIGH : NameLevel.SIMILAR;
        }
        return likeness >= ALIKE && brandsAlike ? NameLevel.SIMILAR : NameLevel.DIFFERENT;
    }

    static double likeness(CompanyName one, CompanyName other) {
        if (one.isChinese() || other.isChinese()) {
            return Edits.dice(one.core(), other.core());
        }
        return words(one.words(), other.words());
    }

    /** Which part of the letters stands in words that find one alike on the other side, in any order. */
    private static double words(List<String> one, List<String> other) {
        List<String> left = new ArrayList<>(other);
        double found = 0;
        int letters = 0;
        for (String word : one) {
            letters += word.length();
            int best = -1;
            double most = SAME_WORD;
            for (int i = 0; i < left.size(); i++) {
                double like = alike(word, left.get(i));
                if (like >= most) {
                    most = like;
                    best = i;
                }
            }
            if (best >= 0) {
                String match = left.remove(best);
                found += most * (word.length() + match.length());
            }
        }
        for (String word : other) {
            letters += word.length();
        }
        return letters == 0 ? 0 : found / letters;
    }

    private static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.charAt(0) != other.charAt(0) && Math.min(one.length(), other.length()) < SLIP_LETTERS) {
            return 0;
        }
        boolean slip = Math.min(one.length(), other.length()) >= SLIP_LETTERS && Edits.distance(one, other) <= 1;
        return slip ? HIGH : SIMILARITY.apply(one, other);
    }
}
