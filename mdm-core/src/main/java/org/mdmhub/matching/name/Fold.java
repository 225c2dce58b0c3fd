package org.mdmhub.matching.name;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

/** Folds what is written: width, case, traditional characters and signs. */
final class Fold {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLE = new char[LAST - FIRST + 1];
    private static final String SILENT = ".'’‘`´·•‧・";
    private static final String OPENING = "([{【〔《〈「『";
    private static final String CLOSING = ")]}】〕》〉」』";
    private static final int ASCII = 128;

    static {
        for (char c = FIRST; c <= LAST; c++) {
            String simple = SIMPLIFIED.transliterate(String.valueOf(c));
            SIMPLE[c - FIRST] = simple.length() == 1 ? simple.charAt(0) : c;
        }
    }

    private Fold() {}

    /** Letters and digits, folded; brackets of any kind as round ones, other signs as one blank. */
    static String text(String raw) {
        String text = Normalizer.isNormalized(raw, Normalizer.Form.NFKC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            char plain = plain(c);
            if (plain == ' ') {
                gap = !folded.isEmpty();
            } else if (plain != 0) {
                if (gap) {
                    folded.append(' ');
                    gap = false;
                }
                folded.append(plain);
            }
        }
        return folded.toString();
    }

    /** A blank for what parts words, 0 for what says nothing. */
    private static char plain(char c) {
        if (c >= FIRST && c <= LAST) {
            return SIMPLE[c - FIRST];
        }
        if (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            return c;
        }
        if (SILENT.indexOf(c) >= 0) {
            return 0;
        }
        if (OPENING.indexOf(c) >= 0) {
            return '(';
        }
        return CLOSING.indexOf(c) >= 0 ? ')' : ' ';
    }

    /** Folded text in plain Latin letters: without accents, other scripts written in Latin ones. */
    static String latin(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= ASCII) {
                return text(LATIN.transliterate(folded));
            }
        }
        return folded;
    }

    /** As {@link #latin}, but Chinese characters stay. */
    static String latinOnly(String folded) {
        return hasHan(folded) ? folded : latin(folded);
    }

    /** Without blanks and brackets. */
    static String join(String folded) {
        StringBuilder joined = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c != ' ' && c != '(' && c != ')') {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isHan(char c) {
        return c >= FIRST && c <= LAST || Character.isSurrogate(c) && c >= '\ud840' && c <= '\ud8ff';
    }
}
