package org.mdmhub.matching.name;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the name of a product tells beside its words. Nothing here is null.
 *
 * @param models model and part numbers without separators: words that mix letters and digits, long numbers, and such as stand
 *     in two neighbouring words
 * @param quantities a number, a blank and the smallest unit of its kind: 500ml and 0.5 L are both {@code 500 ml}, 3 x 100 ml
 *     are {@code 100 ml} and {@code 3 pc}, M8x30 is {@code 8x30 thread}
 */
public record ProductName(Set<String> models, Set<String> quantities) {

    private static final int MIXED = 3;
    private static final int NUMBER = 5;
    private static final int JOINED = 5;
    private static final int LONG = 8;

    /** Any text; without a letter or digit both are empty. */
    public static ProductName of(String name) {
        Set<String> models = new LinkedHashSet<>();
        Set<String> quantities = new LinkedHashSet<>();
        String even = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String rest = Quantities.cut(even, quantities);
        List<String> all = Scripts.words(Fold.latinOnly(Fold.text(rest)));
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (isModel(word, MIXED)) {
                models.add(word);
            }
            String next = i + 1 < all.size() ? all.get(i + 1) : "";
            boolean near = isAscii(word) && isAscii(next) && hasDigit(next) && word.length() < LONG;
            if (near && isModel(word + next, JOINED) && hasLetter(word + next)) {
                models.add(word + next);
            }
        }
        return new ProductName(models, quantities);
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
}
