package org.mdmhub.matching;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is compared, never as it is stored: without case, width, blanks, punctuation and 市, in simplified
 * characters.
 */
public record NameKey(String full) {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    // 市 after a place says nothing; in 超市, 上市, 城市, 都市 and 股市 it is part of the word
    private static final Pattern CITY = Pattern.compile("(?<=\\p{IsHan})(?<![超上城都股])市");

    public static NameKey of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = SIGNS.matcher(SIMPLIFIED.transliterate(folded)).replaceAll("");
        return new NameKey(CITY.matcher(plain).replaceAll(""));
    }
}
