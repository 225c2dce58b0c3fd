package org.mdmhub.matching;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is compared, never as it is stored: without case, width, blanks, punctuation and 市, in simplified
 * characters.
 */
public record NameKey(String full) {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final UnicodeSet TRADITIONAL = traditional();
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    // 市 after a place says nothing; in 超市, 上市, 城市, 都市 and 股市 it is part of the word
    private static final Pattern CITY = Pattern.compile("(?<=\\p{IsHan})(?<![超上城都股])市");

    /** Characters that are written otherwise; most texts have none, and the transliterator is slow. */
    private static UnicodeSet traditional() {
        UnicodeSet written = new UnicodeSet();
        for (String one : SIMPLIFIED.getSourceSet()) {
            if (!SIMPLIFIED.transliterate(one).equals(one)) {
                written.add(one);
            }
        }
        return written.freeze();
    }

    public static NameKey of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String simple = TRADITIONAL.containsNone(folded) ? folded : SIMPLIFIED.transliterate(folded);
        String plain = SIGNS.matcher(simple).replaceAll("");
        return new NameKey(CITY.matcher(plain).replaceAll(""));
    }
}
