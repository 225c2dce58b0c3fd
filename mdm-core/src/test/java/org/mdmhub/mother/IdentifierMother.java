package org.mdmhub.mother;

import java.math.BigInteger;

/** Valid identifiers that no other test has; the check characters are computed here again, from the standards. */
public final class IdentifierMother {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private IdentifierMother() {}

    /** 统一社会信用代码 of an enterprise in Shanghai. */
    public static String creditCode() {
        return creditCode(String.format("91310000MA%07d", NameMother.number()));
    }

    /** The code of these 17 characters. GB 32100-2015: the whole weighted sum is a multiple of 31. */
    public static String creditCode(String first17) {
        int sum = 0;
        int weight = 1;
        for (char character : first17.toCharArray()) {
            sum += CREDIT.indexOf(character) * weight;
            weight = 3 * weight % 31;
        }
        for (char check : CREDIT.toCharArray()) {
            if ((sum + CREDIT.indexOf(check)) % 31 == 0) {
                return first17 + check;
            }
        }
        throw new AssertionError("31 characters cover every remainder");
    }

    public static String lei() {
        return lei(String.format("5299%014d", NameMother.number()));
    }

    /** ISO 17442: 98 minus the remainder by 97 with two zeros in place of the check digits. */
    public static String lei(String first18) {
        StringBuilder digits = new StringBuilder();
        first18.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        int rest = new BigInteger(digits + "00").mod(BigInteger.valueOf(97)).intValue();
        return first18 + String.format("%02d", 98 - rest);
    }

    public static String gtin() {
        return gtin(String.format("690%09d", NameMother.number()));
    }

    /** GS1: beside the check digit the weight is 3, then 1, and so on in turn. */
    public static String gtin(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (body.charAt(i) - '0');
        }
        return body + (10 - sum % 10) % 10;
    }
}
