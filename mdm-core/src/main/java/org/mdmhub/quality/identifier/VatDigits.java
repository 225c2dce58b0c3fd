package org.mdmhub.quality.identifier;

/**
 * The check digits of VAT numbers, country by country, of numbers that have the right shape. Source: Austrian Federal Ministry
 * of Finance, "UID-Konstruktionsregeln" (the construction rules of all member states), and HM Revenue and Customs for GB and
 * XI. Numbers of natural persons whose rule is another register's (BG, CZ, LV with more digits) are not judged.
 */
final class VatDigits {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

    private VatDigits() {}

    /** @param rest the number behind its two letters */
    static boolean fit(String country, String rest) {
        return switch (country) {
            case "AT" -> austria(rest.substring(1));
            case "BE" -> remainder(rest, 8, 97, 97);
            case "BG" -> rest.length() != 9 || bulgaria(rest);
            case "CY" -> cyprus(rest);
            case "CZ" -> rest.length() != 8 || czechia(rest);
            case "DE", "HR" -> Weighted.mod1110(rest);
            case "DK" -> Weighted.sum(rest, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
            case "EE" -> Weighted.sum(rest, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
            case "EL" -> Weighted.sum(rest, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Weighted.last(rest);
            case "ES" -> spain(rest);
            case "FI" -> Weighted.sum(rest, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
            case "FR" -> !rest.matches("\\d+") || france(rest);
            case "GB", "XI" -> !rest.matches("\\d{9,12}") || britain(rest);
            case "HU" -> Weighted.sum(rest, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
            case "IE" -> ireland(rest);
            default -> fitFurther(country, rest);
        };
    }

    private static boolean fitFurther(String country, String rest) {
        return switch (country) {
            case "IT" -> Luhn.isValid(rest);
            case "LT" -> lithuania(rest);
            case "LU" -> Integer.parseInt(rest.substring(0, 6)) % 89 == Integer.parseInt(rest.substring(6));
            case "LV" -> rest.charAt(0) <= '3' || Weighted.sum(rest, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
            case "MT" -> Weighted.sum(rest, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
            case "NL" -> !rest.matches("\\d{9}B\\d{2}") || netherlands(rest);
            case "PL" -> Weighted.sum(rest, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Weighted.last(rest);
            case "PT" -> (11 - Weighted.sum(rest, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == Weighted.last(rest);
            case "RO" -> romania(rest);
            case "SE" -> Luhn.isValid(rest.substring(0, 10));
            case "SI" ->
                (11 - Weighted.sum(rest, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == Weighted.last(rest) && slovenia(rest);
            case "SK" -> Long.parseLong(rest) % 11 == 0;
            default -> true;
        };
    }

    /** The last two digits complete the remainder of the first ones. */
    private static boolean remainder(String digits, int length, int modulus, int whole) {
        long first = Long.parseLong(digits.substring(0, length));
        return whole - first % modulus == Long.parseLong(digits.substring(length));
    }

    private static boolean austria(String digits) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int product = Weighted.digit(digits, i) * (1 + i % 2);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10 == Weighted.last(digits);
    }

    private static boolean bulgaria(String digits) {
        int sum = Weighted.sum(digits, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        int again = Weighted.sum(digits, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        return (sum == 10 ? again : sum) == Weighted.last(digits);
    }

    private static boolean cyprus(String rest) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = Weighted.digit(rest, i);
            sum += i % 2 == 0 ? odd[digit] : digit;
        }
        return rest.charAt(8) == 'A' + sum % 26;
    }

    private static boolean czechia(String digits) {
        int check = (11 - Weighted.sum(digits, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return (check == 0 ? 1 : check) % 10 == Weighted.last(digits);
    }

    private static boolean spain(String rest) {
        char last = rest.charAt(8);
        if (rest.matches("[0-9XYZKLM]\\d{7}[A-Z]")) {
            int first = "XYZ".indexOf(rest.charAt(0));
            String digits = first >= 0
                    ? first + rest.substring(1, 8)
                    : rest.substring(0, 8).replaceAll("[KLM]", "");
            return last == SPANISH.charAt(Integer.parseInt(digits) % SPANISH.length());
        }
        for (int check = 0; check < 10; check++) {
            if (Luhn.isValid(rest.substring(1, 8) + check)) {
                return last == '0' + check || last == "JABCDEFGHI".charAt(check);
            }
        }
        return false;
    }

    private static boolean france(String rest) {
        long siren = Long.parseLong(rest.substring(2));
        return Long.parseLong(rest.substring(0, 2)) == (12 + 3 * (siren % 97)) % 97;
    }

    /** Weights 8 to 2, the sum and the two check digits are divisible by 97, or are so with 55 added. */
    private static boolean britain(String digits) {
        int sum = Integer.parseInt(digits.substring(7, 9)) + Weighted.sum(digits, 8, 7, 6, 5, 4, 3, 2);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    /** Old numbers carry a letter or sign in their second place. */
    private static boolean ireland(String rest) {
        boolean old = !Character.isDigit(rest.charAt(1));
        String digits = old ? "0" + rest.substring(2, 7) + rest.charAt(0) : rest.substring(0, 7);
        int further = rest.length() > 8 ? IRISH.indexOf(rest.charAt(8)) : 0;
        int sum = Weighted.sum(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * Math.max(0, further);
        return rest.charAt(7) == IRISH.charAt(sum % 23);
    }

    private static boolean lithuania(String digits) {
        int sum = 0;
        int again = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += Weighted.digit(digits, i) * (1 + i % 9);
            again += Weighted.digit(digits, i) * (1 + (i + 2) % 9);
        }
        int check = sum % 11 == 10 ? again % 11 % 10 : sum % 11;
        return check == Weighted.last(digits);
    }

    /** Companies by the old eleven test; since 2020 sole traders by ISO 7064 MOD 97-10 over the whole number. */
    private static boolean netherlands(String rest) {
        if (Weighted.sum(rest, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0) {
            return true;
        }
        return Lei.mod97("NL" + rest) == 1;
    }

    private static boolean romania(String digits) {
        String body = "0".repeat(10 - digits.length()) + digits;
        return Weighted.sum(body, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == Weighted.last(body);
    }

    /** There is no number for a remainder of nought. */
    private static boolean slovenia(String digits) {
        return Weighted.sum(digits, 8, 7, 6, 5, 4, 3, 2) % 11 != 0;
    }
}
