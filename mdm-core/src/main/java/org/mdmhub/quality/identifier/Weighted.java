package org.mdmhub.quality.identifier;

/** The sum that most check digits are made of. */
final class Weighted {

    private Weighted() {}

    /** Digit times weight, over as many places as there are weights. */
    static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    static int digit(String digits, int place) {
        return digits.charAt(place) - '0';
    }

    /** The last digit of digits. */
    static int last(String digits) {
        return digit(digits, digits.length() - 1);
    }

    /** Whether the last digit closes the others, ISO 7064 MOD 11,10. */
    static boolean mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + last(digits)) % 10 == 1;
    }
}
