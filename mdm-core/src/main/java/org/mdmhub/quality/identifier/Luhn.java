package org.mdmhub.quality.identifier;

/** The check digit of cards and many registers, ISO/IEC 7812-1:2017 annex B: each second digit from the right is doubled. */
final class Luhn {

    private Luhn() {}

    /** @param digits digits only, the last the check digit */
    static boolean isValid(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = Weighted.digit(digits, digits.length() - 1 - fromRight);
            int twice = 2 * digit;
            sum += fromRight % 2 == 0 ? digit : twice / 10 + twice % 10;
        }
        return sum % 10 == 0;
    }
}
