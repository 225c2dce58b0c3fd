package org.mdmhub.web.layout;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What two texts differ in where an eye may not see it at once. */
enum Difference {
    /** Characters that nobody sees. */
    INVISIBLE(text -> text.replaceAll("\\p{Cf}", "")),
    BLANKS(text -> text.replaceAll("[\\s\\p{Z}]", "")),
    /** Brackets of full and of half width. */
    BRACKETS(Difference::narrowBrackets),
    WIDTH(Difference::narrow),
    /** Traditional and simplified characters. */
    SCRIPT(Difference::simplified),
    /** As O and 0, l and 1, Latin and Cyrillic a (UTS 39). */
    LOOKALIKE(Difference::skeleton),
    // behind the look-alikes, which tell O from o
    CASE(text -> UCharacter.foldCase(text, true)),
    /** Two neighbours changed places. */
    SWAP(text -> text),
    /** A few digits. */
    DIGITS(text -> text),
    /** The same words in another order. */
    ORDER(text -> text);

    private static final int WIDTH_APART = 0xFEE0;
    private static final int FEW = 3;
    private static final Pattern WORDS = Pattern.compile("[\\s\\p{Z}\\p{P}]+");
    private static final Pattern WIDE = Pattern.compile("[\\u3000\\uFF00-\\uFFEF]+");
    // the more a folding takes away, the sooner it is done without
    private static final List<Difference> FOLDINGS =
            List.of(LOOKALIKE, SCRIPT, CASE, WIDTH, BRACKETS, BLANKS, INVISIBLE);

    private final UnaryOperator<String> folding;

    Difference(UnaryOperator<String> folding) {
        this.folding = folding;
    }

    /** All that the texts differ in, no more than that; empty where they differ in earnest, or not at all. */
    static Set<Difference> between(String before, String after) {
        if (before.isBlank() || after.isBlank() || before.equals(after)) {
            return Set.of();
        }
        Set<Difference> needed = EnumSet.copyOf(FOLDINGS);
        if (!same(needed, before, after)) {
            return other(before.codePoints().toArray(), after.codePoints().toArray(), before, after);
        }
        for (Difference folding : FOLDINGS) {
            needed.remove(folding);
            if (!same(needed, before, after)) {
                needed.add(folding);
            }
        }
        return needed;
    }

    static boolean same(Set<Difference> foldings, String before, String after) {
        return folded(foldings, before).equals(folded(foldings, after));
    }

    private static String folded(Set<Difference> foldings, String text) {
        String folded = text;
        for (Difference folding : foldings) {
            folded = folding.folding.apply(folded);
        }
        return folded;
    }

    private static Set<Difference> other(int[] old, int[] now, String before, String after) {
        if (old.length == now.length) {
            int[] places = java.util.stream.IntStream.range(0, old.length)
                    .filter(place -> old[place] != now[place])
                    .toArray();
            if (swapped(old, now, places)) {
                return EnumSet.of(SWAP);
            }
            if (places.length <= FEW
                    && places.length < old.length
                    && Arrays.stream(places)
                            .allMatch(place -> Character.isDigit(old[place]) && Character.isDigit(now[place]))) {
                return EnumSet.of(DIGITS);
            }
        }
        return words(before).equals(words(after)) ? EnumSet.of(ORDER) : Set.of();
    }

    private static boolean swapped(int[] old, int[] now, int[] places) {
        return places.length == 2
                && places[1] == places[0] + 1
                && old[places[0]] == now[places[1]]
                && old[places[1]] == now[places[0]];
    }

    private static List<String> words(String text) {
        return WORDS.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.toList());
    }

    private static String narrowBrackets(String text) {
        return points(text, point -> "（）［］｛｝＜＞".indexOf(point) < 0 ? point : point - WIDTH_APART);
    }

    private static String narrow(String text) {
        return WIDE.matcher(text).replaceAll(wide -> {
            String folded = Normalizer.normalize(wide.group(), Normalizer.Form.NFKC);
            return java.util.regex.Matcher.quoteReplacement(folded);
        });
    }

    private static String simplified(String text) {
        return Folds.SIMPLIFIED.transliterate(text);
    }

    private static String skeleton(String text) {
        return points(
                Folds.CONFUSABLE.getSkeleton(text),
                point -> Folds.ALIKE.indexOf(point) < 0
                        ? point
                        : Folds.ALIKE.codePointAt(Folds.ALIKE.indexOf(point) / 2 * 2));
    }

    private static String points(String text, java.util.function.IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Costly to make, and an enum cannot have them before its constants. */
    private static final class Folds {
        private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
        private static final SpoofChecker CONFUSABLE = new SpoofChecker.Builder().build();
        // pairs that the Unicode list leaves out
        private static final String ALIKE = "日曰己已己巳未末土士人入";
    }
}
