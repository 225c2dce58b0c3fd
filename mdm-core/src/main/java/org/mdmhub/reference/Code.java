package org.mdmhub.reference;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a code table.
 *
 * @param name in English; the Chinese one where there is no other
 * @param parent code of the entry above it, null at the top
 * @param validFrom first day on which it may be used, null for ever
 * @param validTo last day on which it may be used, null for still
 * @param position order in lists
 * @param attributes what else is known, as dimension and factor of a unit
 */
public record Code(
        String code,
        String name,
        String nameZh,
        @Nullable String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        int position,
        Map<String, String> attributes) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : name;
    }

    /** Whether it may be used on that day. */
    public boolean isValid(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    Code until(LocalDate last) {
        LocalDate end = validFrom != null && last.isBefore(validFrom) ? validFrom : last;
        return new Code(code, name, nameZh, parent, validFrom, end, position, attributes);
    }

    /** What it is found by: its code, its names, and how the Chinese one is read, whole and by initials. */
    static Set<String> terms(String code, String name, String nameZh) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(fold(code));
        terms.add(fold(name));
        terms.add(fold(nameZh));
        Pinyin.Readings readings = Pinyin.of(fold(nameZh).replaceAll("[^\\p{L}\\p{N}]", ""));
        terms.addAll(readings.whole());
        terms.addAll(readings.initials());
        return terms;
    }

    /** Case, width and blanks do not matter in a search. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
