package org.mdmhub.matching.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small measures of likeness that the comparisons share. */
final class Text {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Text() {}

    /** Words in lower case without accents, parted by single blanks. */
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** The same; of Chinese characters, between which no blanks stand, each two neighbours. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String word : words(text)) {
            if (word.codePoints().noneMatch(Character::isIdeographic) || word.length() == 1) {
                pieces.add(word);
            } else {
                for (int at = 0; at + 1 < word.length(); at++) {
                    pieces.add(word.substring(at, at + 2));
                }
            }
        }
        return pieces;
    }

    /** One character put in, left out, changed, or two neighbours swapped (Damerau 1964). */
    static boolean oneEdit(String one, String other) {
        if (one.length() > other.length()) {
            return oneEdit(other, one);
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (one.length() < other.length()) {
            return one.regionMatches(at, other, at + 1, one.length() - at);
        }
        return one.regionMatches(at + 1, other, at + 1, one.length() - at)
                || at + 1 < one.length()
                        && one.charAt(at) == other.charAt(at + 1)
                        && one.charAt(at + 1) == other.charAt(at)
                        && one.regionMatches(at + 2, other, at + 2, one.length() - at);
    }

    /** Pairs of neighbouring characters, sorted, as numbers. */
    static int[] bigrams(String text) {
        if (text.length() < 2) {
            return text.isEmpty() ? new int[0] : new int[] {text.charAt(0)};
        }
        int[] pairs = new int[text.length() - 1];
        for (int at = 0; at < pairs.length; at++) {
            pairs[at] = text.charAt(at) << Character.SIZE | text.charAt(at + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /** Dice's coefficient of two sorted lists. */
    static double dice(int[] one, int[] other) {
        int common = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            if (one[left] == other[right]) {
                common++;
                left++;
                right++;
            } else if (one[left] < other[right]) {
                left++;
            } else {
                right++;
            }
        }
        return one.length + other.length == 0 ? 0 : 2.0 * common / (one.length + other.length);
    }
}
