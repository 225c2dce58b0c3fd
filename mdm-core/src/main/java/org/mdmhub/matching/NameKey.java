package org.mdmhub.matching;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared, never as it is stored: without case, width, blanks, punctuation and 市, in simplified
 * characters.
 *
 * @param full the whole name
 * @param core the name without its legal form; equal to {@code full} where nothing else would be left
 */
public record NameKey(String full, String core) {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern SILENT = Pattern.compile("[.'’`·•]");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    // 市 after a place says nothing; in 超市, 上市, 城市, 都市 and 股市 it is part of the word
    private static final Pattern CITY = Pattern.compile("(?<=\\p{IsHan})(?<![超上城都股])市");

    public static NameKey of(String name) {
        String words = words(name);
        String core = LegalForms.strip(words);
        String joined = join(words);
        return new NameKey(joined, core.isEmpty() ? joined : join(core));
    }

    /** Words of the name, folded, parted by single blanks. */
    static String words(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String simplified = SIMPLIFIED.transliterate(folded);
        String plain = SILENT.matcher(simplified).replaceAll("");
        return CITY.matcher(PUNCTUATION.matcher(plain).replaceAll(" ").strip()).replaceAll("");
    }

    private static String join(String words) {
        return words.replace(" ", "");
    }

    /** The digits of the name in their order: two names that differ in them are two things. */
    public String digits() {
        return full.replaceAll("\\D", "");
    }
}
