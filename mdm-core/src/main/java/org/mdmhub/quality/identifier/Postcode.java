package org.mdmhub.quality.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Postcodes by country, as the patterns of the Unicode CLDR (postalCodeData, release 26) and the addressing sheets of the
 * Universal Postal Union have them. Countries that are not listed are not judged, and neither are those without postcodes.
 */
public final class Postcode {

    private static final String THREE = "\\d{3}";
    private static final String FOUR = "\\d{4}";
    private static final String FIVE = "\\d{5}";
    private static final String SIX = "\\d{6}";

    private static final Map<String, Pattern> PATTERNS = Map.ofEntries(
                    pattern(
                            FOUR, "AT", "AU", "BE", "BG", "CH", "CY", "DK", "HU", "LI", "LU", "NO", "NZ", "PH", "SI",
                            "TN", "ZA"),
                    pattern(
                            FIVE, "DE", "EE", "ES", "FI", "FR", "HR", "ID", "IT", "KR", "LA", "MX", "MY", "SA", "TH",
                            "TR", "UA"),
                    pattern(SIX, "BY", "CN", "CO", "IN", "KZ", "RO", "RU", "SG", "VN"),
                    pattern("\\d{3}-?\\d{4}", "JP"),
                    pattern("\\d{5}(-\\d{4})?", "US"),
                    pattern("\\d{3} ?\\d{2}", "CZ", "GR", "SE", "SK"),
                    pattern("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}", "GB"),
                    pattern("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d", "CA"),
                    pattern("\\d{4} ?[A-Z]{2}", "NL"),
                    pattern("\\d{2}-?\\d{3}", "PL"),
                    pattern("\\d{4}-?\\d{3}", "PT"),
                    pattern("\\d{5}-?\\d{3}", "BR"),
                    pattern("(LT-)?\\d{5}", "LT"),
                    pattern("(LV-)?\\d{4}", "LV"),
                    pattern("[A-Z]{3} ?\\d{2,4}", "MT"),
                    pattern("[A-Z]\\d[\\dW] ?[A-Z\\d]{4}", "IE"),
                    pattern("\\d{5}(\\d{2})?", "IL"),
                    pattern("\\d{3}(\\d{2,3})?", "TW"),
                    pattern(THREE, "IS", "FO"),
                    pattern("98000", "MC"))
            .entrySet()
            .stream()
            .flatMap(one -> one.getKey().lines().map(country -> Map.entry(country, one.getValue())))
            .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Postcode() {}

    private static Map.Entry<String, Pattern> pattern(String regex, String... countries) {
        return Map.entry(String.join("\n", countries), Pattern.compile(regex));
    }

    /** @param country ISO 3166-1 alpha-2 */
    public static boolean isValid(String code, String country) {
        Pattern pattern = PATTERNS.get(country);
        return pattern == null || pattern.matcher(code.toUpperCase(Locale.ROOT)).matches();
    }
}
