package org.mdmhub.reference;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Countries and regions (ISO 3166-1) and currencies (ISO 4217) with their names in CLDR, as kept libraries carry them. */
final class Registries {

    private static final ULocale CHINESE = ULocale.SIMPLIFIED_CHINESE;

    /** Where the library's name is not the one that is used in China. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "HK", List.of("Hong Kong, China", "中国香港"),
            "MO", List.of("Macao, China", "中国澳门"),
            "TW", List.of("Taiwan, China", "中国台湾"));

    private static final Set<String> FIRST = Set.of("CN", "HK", "MO", "TW");

    private Registries() {}

    /** China and its regions, then all others by their Chinese names. */
    static CodeSheet countries() {
        Collator order = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        return sheet(Stream.of(Locale.getISOCountries())
                .map(code -> List.of(
                        code,
                        NAMES.containsKey(code) ? NAMES.get(code).get(0) : country(code, ULocale.ENGLISH),
                        NAMES.containsKey(code) ? NAMES.get(code).get(1) : country(code, CHINESE)))
                .sorted(Comparator.comparing((List<String> row) -> !FIRST.contains(row.get(0)))
                        .thenComparing(row -> FIRST.contains(row.get(0)) ? row.get(0) : "")
                        .thenComparing(row -> row.get(2), order))
                .toList());
    }

    private static String country(String code, ULocale reader) {
        return ULocale.getDisplayCountry("und-" + code, reader);
    }

    /** Those in which some country or region pays today. */
    static CodeSheet currencies() {
        Set<String> codes = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            java.util.Currency used = java.util.Currency.getInstance(
                    new Locale.Builder().setRegion(country).build());
            if (used != null) {
                codes.add(used.getCurrencyCode());
            }
        }
        return sheet(codes.stream()
                .map(Currency::getInstance)
                .map(money -> List.of(
                        money.getCurrencyCode(),
                        money.getName(ULocale.ENGLISH, Currency.LONG_NAME, new boolean[1]),
                        money.getName(CHINESE, Currency.LONG_NAME, new boolean[1])))
                .sorted(Comparator.comparing((List<String> row) -> !row.get(0).equals("CNY")))
                .toList());
    }

    private static CodeSheet sheet(List<List<String>> rows) {
        List<CodeSheet.Row> read = new ArrayList<>();
        for (List<String> row : rows) {
            read.add(new CodeSheet.Row(
                    read.size() + 2,
                    new TreeMap<>(Map.of("code", row.get(0), "name", row.get(1), "nameZh", row.get(2)))));
        }
        return new CodeSheet(List.of("code", "name", "nameZh"), read);
    }
}
