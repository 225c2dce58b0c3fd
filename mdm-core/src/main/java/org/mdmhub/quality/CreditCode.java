package org.mdmhub.quality;

/**
 * The unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters of 31, the last a check character with
 * weights 3^(i-1) mod 31. Expects upper case without blanks.
 */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String REGISTRARS = "123456789ANY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    public static boolean isValid(String code) {
        if (code.length() != LENGTH || REGISTRARS.indexOf(code.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        int check = (31 - sum % 31) % 31;
        return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }
}
