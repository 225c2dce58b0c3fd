package org.mdmhub.matching.name;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mdmhub.reference.WordList;

/** Numbers with a unit inside the name of a product. */
final class Quantities {

    /**
     * A unit.
     *
     * @param base the smallest unit of its kind
     * @param factor how many of them it is
     */
    private record Unit(String base, BigDecimal factor) {}

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final int LONGEST = 8;
    private static final int DIGITS = 9;

    static {
        for (String line : WordList.read("/matching/quantities.txt")) {
            String[] words = line.split(" ", -1);
            for (int i = 2; i < words.length; i++) {
                UNITS.put(words[i], new Unit(words[0], new BigDecimal(words[1])));
            }
        }
    }

    private Quantities() {}

    /** Cuts quantities out of a lower-case text; what is left. */
    static String cut(String text, Set<String> into) {
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = number(text, at);
            int unit = end == at ? 0 : unit(text, end);
            if (unit > 0) {
                into.add(quantity(
                        text.substring(at, end), text.substring(end, end + unit).strip()));
                rest.append(' ');
                at = end + unit;
            } else {
                int next = end == at ? at + 1 : end;
                rest.append(text, at, next);
                at = next;
            }
        }
        return rest.toString();
    }

    /** End of the number that begins here, where no letter or digit stands before it. */
    private static int number(String text, int at) {
        boolean inside = at > 0 && isPart(text.charAt(at - 1));
        int end = at;
        while (!inside
                && end < text.length()
                && end - at < DIGITS
                && (Numerals.isDigit(text.charAt(end))
                        || end > at
                                && text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Numerals.isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Numerals.isDigit(c) || c >= 'a' && c <= 'z' || c == '-' || c == '.' || c == '/';
    }

    private static int unit(String text, int from) {
        int blank = from < text.length() && text.charAt(from) == ' ' ? 1 : 0;
        for (int length = Math.min(LONGEST, text.length() - from - blank); length > 0; length--) {
            int end = from + blank + length;
            boolean whole = end == text.length()
                    || !Character.isLetterOrDigit(text.charAt(end))
                    || Fold.isHan(text.charAt(end - 1))
                    || Fold.isHan(text.charAt(end));
            if (whole && UNITS.containsKey(text.substring(from + blank, end))) {
                return blank + length;
            }
        }
        return 0;
    }

    private static String quantity(String number, String word) {
        Unit unit = UNITS.getOrDefault(word, new Unit(word, BigDecimal.ONE));
        BigDecimal value = dots(number) > 1 ? BigDecimal.ZERO : new BigDecimal(number).multiply(unit.factor);
        return value.stripTrailingZeros().toPlainString() + " " + unit.base;
    }

    private static long dots(String number) {
        return number.chars().filter(c -> c == '.').count();
    }
}
