package org.mdmhub.reference;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a Chinese name is read: whole and by initials, without tones. A character with several readings gives several
 * results, so that 重庆 is found by cq and by zq.
 */
public final class Pinyin {

    private static final int READINGS = 8;
    // the ICU table for names knows most surnames; what it misses stands in our own list
    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin/Names; NFD; [:Mn:] Remove; NFC");
    private static final Map<String, List<String>> POLYPHONES = new LinkedHashMap<>();

    static {
        for (String line : WordList.read("/reference/polyphones.txt")) {
            int equals = line.indexOf('=');
            POLYPHONES.put(
                    line.substring(0, equals).strip(),
                    List.of(line.substring(equals + 1).split("\\s*,\\s*")));
        }
    }

    /** Whole readings and readings by initials. */
    public record Readings(Set<String> whole, Set<String> initials) {}

    private Pinyin() {}

    /** None where the text has no Chinese characters. */
    public static Readings of(String text) {
        if (text.codePoints().noneMatch(Character::isIdeographic)) {
            return new Readings(Set.of(), Set.of());
        }
        Set<String> whole = Set.of("");
        Set<String> initials = Set.of("");
        for (int point : text.codePoints().toArray()) {
            List<String> readings = readings(Character.toString(point));
            whole = extend(whole, readings);
            initials = extend(
                    initials, readings.stream().map(Pinyin::initial).distinct().toList());
        }
        return new Readings(whole, initials);
    }

    private static Set<String> extend(Set<String> beginnings, List<String> readings) {
        Set<String> longer = new LinkedHashSet<>();
        for (String reading : readings) {
            for (String beginning : beginnings) {
                if (longer.size() < READINGS) {
                    longer.add(beginning + reading);
                }
            }
        }
        return longer;
    }

    private static List<String> readings(String character) {
        List<String> known = POLYPHONES.get(character);
        if (known != null) {
            return known;
        }
        String latin = LATIN.transliterate(character).toLowerCase(Locale.ROOT).strip();
        return List.of(latin.isEmpty() ? character : latin);
    }

    /** Of a syllable its first letter; digits and Latin letters stay whole, one by one. */
    private static String initial(String reading) {
        return reading.substring(0, Character.charCount(reading.codePointAt(0)));
    }
}
