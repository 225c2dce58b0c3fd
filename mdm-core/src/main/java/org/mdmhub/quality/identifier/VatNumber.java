package org.mdmhub.quality.identifier;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * VAT identification numbers of the European Union, Northern Ireland and Great Britain: the shape for every country
 * (European Commission, VIES, "VAT identification number structure"), the check digits by {@link VatDigits}. Numbers of other
 * countries are not judged.
 */
public final class VatNumber {

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            shape("AT", "U\\d{8}"),
            shape("BE", "[01]\\d{9}"),
            shape("BG", "\\d{9,10}"),
            shape("CY", "\\d{8}[A-Z]"),
            shape("CZ", "\\d{8,10}"),
            shape("DE", "\\d{9}"),
            shape("DK", "\\d{8}"),
            shape("EE", "\\d{9}"),
            shape("EL", "\\d{9}"),
            shape("ES", "[0-9A-Z]\\d{7}[0-9A-Z]"),
            shape("FI", "\\d{8}"),
            shape("FR", "[0-9A-HJ-NP-Z]{2}\\d{9}"),
            shape("GB", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"),
            shape("HR", "\\d{11}"),
            shape("HU", "\\d{8}"),
            shape("IE", "\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
            shape("IT", "\\d{11}"),
            shape("LT", "\\d{9}|\\d{12}"),
            shape("LU", "\\d{8}"),
            shape("LV", "\\d{11}"),
            shape("MT", "\\d{8}"),
            shape("NL", "[0-9A-Z+*]{10}\\d{2}"),
            shape("PL", "\\d{10}"),
            shape("PT", "\\d{9}"),
            shape("RO", "\\d{2,10}"),
            shape("SE", "\\d{12}"),
            shape("SI", "\\d{8}"),
            shape("SK", "\\d{10}"),
            shape("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

    private VatNumber() {}

    private static Map.Entry<String, Pattern> shape(String country, String regex) {
        return Map.entry(country, Pattern.compile(regex));
    }

    /** False where the number belongs to a country whose numbers we know and is not one of them. */
    public static boolean isValid(String number) {
        if (number.length() < 3) {
            return false;
        }
        String country = number.substring(0, 2);
        String rest = number.substring(2);
        Pattern shape = SHAPES.get(country);
        if (shape == null) {
            return number.matches("[0-9A-Z.\\-/+*]{3,20}");
        }
        return shape.matcher(rest).matches() && VatDigits.fit(country, rest);
    }
}
