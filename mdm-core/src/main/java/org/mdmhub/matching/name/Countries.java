package org.mdmhub.matching.name;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mdmhub.reference.Divisions;
import org.mdmhub.reference.Pinyin;

/** Countries in the languages that names are mostly written in, and Chinese cities in pinyin. */
final class Countries {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt");
    private static final Map<String, String> COUNTRIES = new HashMap<>();
    private static final Map<String, String> CITIES = new HashMap<>();
    /** Shorter ones are too often something else. */
    private static final int CITY_LETTERS = 6;

    static {
        for (String country : Locale.getISOCountries()) {
            for (String language : LANGUAGES) {
                String name = new Locale("", country).getDisplayCountry(Locale.forLanguageTag(language));
                COUNTRIES.putIfAbsent(Fold.latin(Fold.text(name)), country.toLowerCase(Locale.ROOT));
            }
        }
        Map.of(
                        "usa", "us", "america", "us", "uk", "gb", "prc", "cn", "holland", "nl", "korea", "kr", "russia",
                        "ru", "uae", "ae", "schweiz", "ch")
                .forEach(COUNTRIES::put);
        for (String province : Divisions.provinces()) {
            city(province, province);
            Divisions.cities(province).forEach(name -> city(name, name));
        }
    }

    private Countries() {}

    private static void city(String name, String division) {
        Pinyin.of(Regions.stem(name)).whole().forEach(reading -> {
            if (reading.length() >= CITY_LETTERS) {
                CITIES.putIfAbsent(reading, Regions.stem(division));
            }
        });
    }

    /** A country's code or a Chinese city; empty where the words are neither. */
    static String place(String words) {
        String country = COUNTRIES.getOrDefault(words, "");
        return country.isEmpty() ? city(words) : country;
    }

    static String city(String words) {
        return CITIES.getOrDefault(words, "");
    }
}
