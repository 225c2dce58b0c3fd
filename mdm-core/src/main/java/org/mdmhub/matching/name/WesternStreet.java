package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.reference.WordList;

/** Takes a street in Latin letters apart: house number and road, whatever their order. */
final class WesternStreet {

    /** Word to the one that stands for it; kinds of ways to nothing. */
    private static final Map<String, String> SAME = new HashMap<>();

    private static final Set<String> UNITS = Set.of(
            "suite",
            "ste",
            "apt",
            "apartment",
            "unit",
            "floor",
            "fl",
            "room",
            "rm",
            "box",
            "building",
            "bldg",
            "level",
            "office");
    /** What follows only says how one gets there. */
    private static final Set<String> STOPS = Set.of("between", "btwn", "bet", "near", "opposite", "corner", "behind");

    private static final List<String> ENDINGS = List.of("strasse", "str", "straat", "gatan", "vej", "katu");
    private static final int STEM = 3;

    static {
        for (String line : WordList.read("/matching/ways.txt")) {
            int equals = line.indexOf('=');
            String stands = line.substring(0, equals).strip();
            for (String word : line.substring(equals + 1).strip().split(" ", -1)) {
                SAME.put(word, stands);
            }
        }
    }

    private WesternStreet() {}

    static AddressKey key(Set<String> region, String folded) {
        List<String> road = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        boolean unit = false;
        for (String word :
                Fold.latin(folded).replace('(', ' ').replace(')', ' ').split(" ", -1)) {
            if (STOPS.contains(word) && !road.isEmpty()) {
                break;
            }
            String plain = ordinal(SAME.getOrDefault(word, word));
            if (UNITS.contains(word)) {
                unit = true;
            } else if (!word.isEmpty() && unit && (hasDigit(word) || word.length() == 1)) {
                unit = false;
            } else if (hasDigit(word) && plain.equals(word)) {
                numbers.add(word);
            } else if (!plain.isEmpty()) {
                road.add(stem(plain));
            }
        }
        if (road.isEmpty() && numbers.size() > 1) {
            road.add(numbers.remove(1));
        }
        String number = numbers.isEmpty() ? "" : numbers.remove(0);
        return new AddressKey(String.join(" ", region), String.join(" ", road), number);
    }

    /** 5th is the road five, never the house 5. */
    private static String ordinal(String word) {
        int digits = 0;
        while (digits < word.length() && Numerals.isDigit(word.charAt(digits))) {
            digits++;
        }
        String sign = word.substring(digits);
        return digits > 0 && Set.of("st", "nd", "rd", "th").contains(sign) ? word.substring(0, digits) + "th" : word;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9') && !word.endsWith("th");
    }

    private static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
