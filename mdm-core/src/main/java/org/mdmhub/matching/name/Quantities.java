package org.mdmhub.matching.name;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mdmhub.reference.WordList;

/** Numbers with a unit inside the name of a product, packs (3 x 100 ml) and sizes of threads (M8x30) among them. */
final class Quantities {

    /**
     * A unit.
     *
     * @param base the smallest unit of its kind
     * @param factor how many of them it is
     */
    private record Unit(String base, BigDecimal factor) {}

    private static final String PIECE = "pc";
    private static final String LENGTH = "mm";
    private static final String THREAD = "thread";
    private static final int LONGEST = 11;

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,6})*";
    private static final String TIMES = "\\s?[x×*]\\s?";
    private static final Pattern SIGNS = Pattern.compile("[x×*]");
    private static final Pattern CHAIN = Pattern.compile("(?<![a-z0-9./-])" + NUMBER + "(?:" + TIMES + NUMBER + ")*");
    private static final Pattern MORE = Pattern.compile(TIMES + "(" + NUMBER + ")");
    private static final Pattern SCREW =
            Pattern.compile("(?<![a-z0-9./-])m(" + NUMBER + "(?:" + TIMES + NUMBER + ")+)(?:\\s?mm)?(?![a-z0-9.])");
    // "3 in 1" tells no length
    private static final Pattern WORD_IN = Pattern.compile("\\s?in\\s?-?\\s?\\d.*");

    static {
        for (String line : WordList.read("/matching/quantities.txt")) {
            String[] words = line.split(" ", -1);
            for (int i = 2; i < words.length; i++) {
                UNITS.put(words[i], new Unit(words[0], new BigDecimal(words[1])));
            }
        }
    }

    private final String text;
    private final Set<String> found;

    private Quantities(String text, Set<String> found) {
        this.text = text;
        this.found = found;
    }

    /** Cuts quantities out of a lower-case text; what is left. */
    static String cut(String text, Set<String> into) {
        Matcher screw = SCREW.matcher(text);
        String rest = screw.replaceAll(match -> {
            into.add(String.join("x", numbers(match.group(1))) + " " + THREAD);
            return " ";
        });
        return new Quantities(rest, into).cut();
    }

    private String cut() {
        StringBuilder rest = new StringBuilder(text.length());
        Matcher chain = CHAIN.matcher(text);
        int at = 0;
        while (chain.find(at)) {
            int end = quantity(chain.group(), chain.end());
            rest.append(text, at, end > 0 ? chain.start() : chain.end());
            if (end > 0) {
                rest.append(' ');
            }
            at = Math.max(end, chain.end());
        }
        return rest.append(text.substring(at)).toString();
    }

    /** Where the quantity ends that has these numbers; 0 where no unit stands behind them. */
    private int quantity(String numbers, int from) {
        int length = unit(from);
        if (length == 0) {
            return 0;
        }
        Unit unit = named(from, length);
        List<String> factors = numbers(numbers);
        int last = factors.size() - 1;
        add(factors.get(last), unit);
        for (String factor : factors.subList(0, last)) {
            add(factor, times(unit));
        }
        return more(from + length, unit);
    }

    /** What follows behind a sign of multiplication: another side, or how many are in a pack. */
    private int more(int from, Unit unit) {
        Matcher more = MORE.matcher(text).region(from, text.length());
        if (!more.lookingAt()) {
            return from;
        }
        int length = unit(more.end());
        boolean whole = more.end() == text.length() || !isPart(text.charAt(more.end()));
        if (length == 0 && !whole) {
            return from;
        }
        add(number(more.group(1)), length == 0 ? times(unit) : named(more.end(), length));
        return more(more.end() + length, unit);
    }

    /** A second length is another side; a second number of anything else counts pieces. */
    private static Unit times(Unit unit) {
        return unit.base.equals(LENGTH) ? unit : new Unit(PIECE, BigDecimal.ONE);
    }

    private static List<String> numbers(String chain) {
        return SIGNS.splitAsStream(chain).map(Quantities::number).collect(Collectors.toList());
    }

    /** One with more than one point is no number, but the same text is the same still. */
    private static String number(String text) {
        String digits = text.strip();
        return digits.indexOf('.') == digits.lastIndexOf('.')
                ? new BigDecimal(digits).stripTrailingZeros().toPlainString()
                : "0";
    }

    private void add(String number, Unit unit) {
        BigDecimal value = new BigDecimal(number).multiply(unit.factor);
        found.add(value.stripTrailingZeros().toPlainString() + " " + unit.base);
    }

    private static boolean isPart(char c) {
        return Numerals.isDigit(c) || c >= 'a' && c <= 'z' || c == '-' || c == '.' || c == '/';
    }

    private Unit named(int from, int length) {
        return UNITS.getOrDefault(text.substring(from, from + length).strip(), new Unit(PIECE, BigDecimal.ONE));
    }

    private int unit(int from) {
        int blank = from < text.length() && text.charAt(from) == ' ' ? 1 : 0;
        for (int length = Math.min(LONGEST, text.length() - from - blank); length > 0; length--) {
            int end = from + blank + length;
            if (UNITS.containsKey(text.substring(from + blank, end)) && ends(end)) {
                boolean in = WORD_IN.matcher(text).region(from, text.length()).matches();
                return in ? 0 : blank + length;
            }
        }
        return 0;
    }

    private boolean ends(int end) {
        return end == text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                || !isPart(text.charAt(end - 1))
                || Fold.isHan(text.charAt(end))
                || MORE.matcher(text).region(end, text.length()).lookingAt();
    }
}
