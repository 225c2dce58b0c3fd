package org.mdmhub.quality;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Frees text of what nobody can see and nobody meant: control characters and stray zero-width ones. */
public final class CleanText {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    // with the no-break spaces that come along from sheets and web pages
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Set<UnicodeScript> LETTERS_WITH_JOINERS = Set.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TAMIL);

    private CleanText() {}

    /** The text trimmed and without control, stray zero-width and direction-changing characters. */
    public static String clean(String text) {
        return trim(visible(text));
    }

    static String trim(String text) {
        return ENDS.matcher(text).replaceAll("");
    }

    /** Without control, stray zero-width and direction-changing characters. */
    static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (Character.isISOControl(point)) {
                // a tab or line break between two words must not glue them together
                kept.append(Character.isWhitespace(point) ? " " : "");
            } else if (!isStray(point, i == 0 ? 0 : points[i - 1])) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    /** Whether the text is well-formed: no half of a surrogate pair, which no database can store. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    /** Whether all texts in a raw JSON value can be stored: they are well-formed and free of NUL. */
    public static boolean isStorable(@Nullable Object raw) {
        if (raw instanceof Map<?, ?> object) {
            return isStorable(List.copyOf(object.keySet())) && isStorable(new ArrayList<>(object.values()));
        }
        if (raw instanceof List<?> array) {
            return array.stream().allMatch(CleanText::isStorable);
        }
        return !(raw instanceof String text) || (isWellFormed(text) && text.indexOf('\0') < 0);
    }

    /** A joiner inside an emoji or between letters that need it is meant; anywhere else it is stray. */
    private static boolean isStray(int point, int before) {
        if (point == ZWJ || point == ZWNJ) {
            boolean symbol = Character.getType(before) == Character.OTHER_SYMBOL
                    || Character.getType(before) == Character.MODIFIER_SYMBOL
                    || before == 0xFE0F;
            return !symbol && (before == 0 || !LETTERS_WITH_JOINERS.contains(UnicodeScript.of(before)));
        }
        return point == 0x200B
                || point == 0x200E
                || point == 0x200F
                || point == 0x2060
                || point == 0xFEFF
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
