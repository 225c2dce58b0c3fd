package org.mdmhub.quality.identifier;

/** The global trade item number, GS1 General Specifications: 8, 12, 13 or 14 digits, weights 3 and 1 from the right. */
public final class Gtin {

    private Gtin() {}

    public static boolean isValid(String gtin) {
        if (!gtin.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int fromRight = 0; fromRight < gtin.length(); fromRight++) {
            int digit = gtin.charAt(gtin.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
