package org.mdmhub.quality;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * VAT identification numbers of the European Union, Northern Ireland and Great Britain: the shape for every country
 * (European Commission, VIES FAQ), the check digits for DE, FR, IT and GB. Numbers of other countries are not judged.
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
        return shape.matcher(rest).matches() && checkDigits(country, rest);
    }

    private static boolean checkDigits(String country, String rest) {
        return switch (country) {
            case "DE" -> german(rest);
            case "FR" -> !rest.matches("\\d+") || french(rest);
            case "IT" -> luhn(rest);
            case "GB", "XI" -> !rest.matches("\\d{9,12}") || british(rest.substring(0, 9));
            default -> true;
        };
    }

    /** ISO 7064 MOD 11,10. */
    private static boolean german(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digits.charAt(digits.length() - 1) - '0') % 10 == 1;
    }

    private static boolean french(String rest) {
        long siren = Long.parseLong(rest.substring(2));
        return Long.parseLong(rest.substring(0, 2)) == (12 + 3 * (siren % 97)) % 97;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int twice = 2 * digit;
            sum += fromRight % 2 == 0 ? digit : twice / 10 + twice % 10;
        }
        return sum % 10 == 0;
    }

    /** HMRC: weights 8 to 2, the sum and the two check digits are divisible by 97, or are so with 55 added. */
    private static boolean british(String digits) {
        int sum = Integer.parseInt(digits.substring(7));
        for (int i = 0; i < 7; i++) {
            sum += (8 - i) * (digits.charAt(i) - '0');
        }
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }
}
