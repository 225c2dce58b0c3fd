package org.mdmhub.quality.identifier;

import java.math.BigInteger;

/** The legal entity identifier, ISO 17442: 18 letters or digits and two check digits, ISO 7064 MOD 97-10. */
public final class Lei {

    private Lei() {}

    public static boolean isValid(String lei) {
        if (!lei.matches("[0-9A-Z]{18}[0-9]{2}")) {
            return false;
        }
        return mod97(lei) == 1;
    }

    /** The remainder by 97 with A as 10 to Z as 35, ISO 7064 MOD 97-10. */
    static int mod97(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }
}
