package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a product taken apart, for comparing and finding. Nothing here is null.
 *
 * @param models model and part numbers without separators: words that mix letters and digits, long numbers, and such as stand
 *     in two neighbouring words
 * @param quantities numbers with a unit, in the smallest unit: 500ml and 0.5 L are both 500 ml
 * @param words all other words
 * @param brand the first of them, which mostly is the brand; empty where there is none
 */
public record ProductName(Set<String> models, Set<String> quantities, List<String> words, String brand) {

    /** What two names have in common, the most first. */
    public enum Level {
        /** The same words, models and quantities, whatever their order. */
        EQUAL,
        /** A model number. */
        SAME_MODEL,
        /** Most words, and no model or quantity that speaks against it. */
        SIMILAR,
        /** Alike, but in another quantity. */
        OTHER_QUANTITY,
        /** Alike, but other model numbers. */
        OTHER_MODEL,
        /** Little. */
        DIFFERENT
    }

    private static final int MIXED = 3;
    private static final int NUMBER = 5;
    private static final int JOINED = 5;
    private static final int LONG = 8;
    private static final double ALIKE = 0.5;

    /** Any text; without a letter or digit all parts are empty. */
    public static ProductName of(String name) {
        Set<String> models = new LinkedHashSet<>();
        Set<String> quantities = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        String rest = Quantities.cut(name.toLowerCase(Locale.ROOT), quantities);
        List<String> all = Scripts.words(Fold.latinOnly(Fold.text(rest)));
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (isModel(word, MIXED)) {
                models.add(word);
            } else {
                words.add(word);
            }
            String next = i + 1 < all.size() ? all.get(i + 1) : "";
            boolean near = isAscii(word) && isAscii(next) && hasDigit(next) && word.length() < LONG;
            if (near && isModel(word + next, JOINED) && hasLetter(word + next)) {
                models.add(word + next);
            }
        }
        return new ProductName(models, quantities, words, words.isEmpty() ? "" : words.get(0));
    }

    private static boolean isModel(String word, int mixed) {
        return isAscii(word) && hasDigit(word) && word.length() >= (hasLetter(word) ? mixed : NUMBER);
    }

    private static boolean isAscii(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c < 128);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    /** How alike two are; the order does not count. */
    public Level compare(ProductName other) {
        boolean sameWords = Set.copyOf(words).equals(Set.copyOf(other.words));
        if (sameWords && models.equals(other.models) && quantities.equals(other.quantities) && !isEmpty()) {
            return Level.EQUAL;
        }
        boolean quantity = quantities.isEmpty() || other.quantities.isEmpty() || shares(quantities, other.quantities);
        if (shares(models, other.models)) {
            return quantity ? Level.SAME_MODEL : Level.OTHER_QUANTITY;
        }
        if (likeness(other) < ALIKE) {
            return Level.DIFFERENT;
        }
        if (!models.isEmpty() && !other.models.isEmpty()) {
            return Level.OTHER_MODEL;
        }
        return quantity ? Level.SIMILAR : Level.OTHER_QUANTITY;
    }

    private boolean isEmpty() {
        return words.isEmpty() && models.isEmpty() && quantities.isEmpty();
    }

    private static boolean shares(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    /** Share of words that both have. */
    private double likeness(ProductName other) {
        Set<String> one = new LinkedHashSet<>(words);
        Set<String> all = new LinkedHashSet<>(words);
        all.addAll(other.words);
        one.retainAll(Set.copyOf(other.words));
        return all.isEmpty()
                ? 0
                : (double) one.size() / Math.min(Math.max(words.size(), 1), Math.max(other.words.size(), 1));
    }
}
