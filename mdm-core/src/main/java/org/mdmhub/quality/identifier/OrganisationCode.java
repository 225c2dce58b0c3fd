package org.mdmhub.quality.identifier;

/**
 * The organisation code (组织机构代码), GB 11714-1997: eight digits or letters and a check character with weights 3 7 9 10 5
 * 8 4 2 mod 11. It lives on in places 9 to 17 of a credit code.
 */
public final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int FROM = 8;
    private static final int TO = 17;

    private OrganisationCode() {}

    public static boolean isValid(String code) {
        if (!code.matches("[0-9A-Z]{8}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return code.charAt(WEIGHTS.length) == "?123456789X0".charAt(check);
    }

    /** The organisation code inside a credit code of 18 characters. */
    public static String of(String creditCode) {
        return creditCode.substring(FROM, TO);
    }
}
