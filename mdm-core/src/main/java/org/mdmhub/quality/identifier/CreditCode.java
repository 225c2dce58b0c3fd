package org.mdmhub.quality.identifier;

import java.util.Optional;
import org.mdmhub.reference.Divisions;

/**
 * The unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters of 31 (table 1), the last a check character
 * with weights 3^(i-1) mod 31 (section 4.5); place 1 the registrar, place 2 the kind, places 3 to 8 the division. The
 * letters A, N and Y in place 1 were assigned later. Expects upper case without blanks.
 */
public final class CreditCode {

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static final int LENGTH = 18;

    private static final String REGISTRARS = "123456789ANY";
    private static final int DIVISION = 2;
    private static final int ORGANISATION = 8;

    private CreditCode() {}

    /** What kind of body has the code, as far as its first two places tell. */
    public enum Kind {
        ENTERPRISE,
        SOLE_TRADER,
        COOPERATIVE,
        GOVERNMENT,
        PUBLIC_INSTITUTION,
        SOCIAL_ORGANISATION,
        LAW_FIRM,
        RELIGIOUS_SITE,
        TRADE_UNION,
        RURAL_COLLECTIVE,
        OTHER
    }

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

    /** Places 3 to 8 of a valid code. */
    public static String division(String code) {
        return code.substring(DIVISION, ORGANISATION);
    }

    /** Where the holder of a valid code was registered; empty where there is no such province. */
    public static Optional<Divisions.Place> place(String code) {
        return Divisions.of(division(code));
    }

    /** Who the holder of a valid code is, GB 32100-2015 table 2. */
    public static Kind kind(String code) {
        return switch (code.substring(0, DIVISION)) {
            case "91" -> Kind.ENTERPRISE;
            case "92" -> Kind.SOLE_TRADER;
            case "93" -> Kind.COOPERATIVE;
            case "11" -> Kind.GOVERNMENT;
            case "12" -> Kind.PUBLIC_INSTITUTION;
            case "31" -> Kind.LAW_FIRM;
            case "51", "52", "53" -> Kind.SOCIAL_ORGANISATION;
            case "71", "72" -> Kind.RELIGIOUS_SITE;
            case "81" -> Kind.TRADE_UNION;
            case "N1", "N2", "N3", "A1", "A2", "A3" -> Kind.RURAL_COLLECTIVE;
            default -> Kind.OTHER;
        };
    }
}
