package org.mdmhub.quality.identifier;

/**
 * Tax numbers (纳税人识别号) of countries whose check is public. Numbers of other countries are not judged; those of the
 * European Union have a field of their own, see {@link VatNumber}.
 *
 * <p>Sources: CN State Administration of Taxation, notice 2015 no. 66 (the credit code is the tax number); TW Ministry of
 * Finance, 統一編號 by the check in force since April 2023; JP National Tax Agency, ordinance on corporate numbers; KR National
 * Tax Service; IN GST Council; AU Australian Business Register; BR Receita Federal, IN 2.229/2024; US Internal Revenue Service
 * (format of an EIN); CH Federal Statistical Office, eCH-0097; NO Brønnøysund Register Centre; RU Federal Tax Service.
 */
public final class TaxNumber {

    private static final String GST = "\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]";

    private TaxNumber() {}

    /** Whether it may be a tax number there; upper case without blanks. */
    public static boolean isValid(String number, String country) {
        String plain = number.replaceAll("[./-]", "");
        return switch (country) {
            case "CN" -> CreditCode.isValid(number) || isOld(number) || isPersonal(number);
            case "TW" -> plain.matches("\\d{8}") && taiwan(plain);
            case "JP" -> plain.matches("T?\\d{13}") && japan(plain.replace("T", ""));
            case "KR" -> plain.matches("\\d{10}") && korea(plain);
            case "IN" -> plain.matches(GST) && india(plain);
            case "AU" -> plain.matches("\\d{11}") && australia(plain);
            case "BR" -> plain.matches("\\d{11}") || (plain.matches("\\d{14}") && brazil(plain));
            case "US" -> plain.matches("\\d{9}");
            case "CH" ->
                plain.matches("CHE\\d{9}(MWST|TVA|IVA)?") && mod11(plain.substring(3, 12), 5, 4, 3, 2, 7, 6, 5, 4);
            case "NO" -> plain.matches("(NO)?\\d{9}(MVA)?") && mod11(norway(plain), 3, 2, 7, 6, 5, 4, 3, 2);
            case "RU" -> plain.matches("\\d{12}") || (plain.matches("\\d{10}") && russia(plain));
            default -> true;
        };
    }

    /** A Chinese number from before 2015: a division of six digits and nine of an organisation code. */
    public static boolean isOld(String number) {
        return number.matches("\\d{6}[0-9A-Z]{9}");
    }

    /** A sole trader or person without a credit code is known by the identity number, GB 11643, with two digits or without. */
    private static boolean isPersonal(String number) {
        if (!number.matches("\\d{17}[0-9X](\\d{2})?")) {
            return number.matches("\\d{17}");
        }
        int sum = Weighted.sum(number, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return number.charAt(17) == "10X98765432".charAt(sum % 11);
    }

    private static boolean taiwan(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int product = Weighted.digit(digits, i) * new int[] {1, 2, 1, 2, 1, 2, 4, 1}[i];
            sum += product / 10 + product % 10;
        }
        return sum % 5 == 0 || (digits.charAt(6) == '7' && (sum + 1) % 5 == 0);
    }

    private static boolean japan(String digits) {
        int sum = Weighted.sum(digits.substring(1), 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
        return Weighted.digit(digits, 0) == 9 - sum % 9;
    }

    private static boolean korea(String digits) {
        int sum = Weighted.sum(digits, 1, 3, 7, 1, 3, 7, 1, 3, 5) + Weighted.digit(digits, 8) * 5 / 10;
        return (sum + Weighted.last(digits)) % 10 == 0;
    }

    private static boolean india(String number) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = Character.digit(number.charAt(i), 36) * (1 + i % 2);
            sum += product / 36 + product % 36;
        }
        return Character.digit(number.charAt(14), 36) == (36 - sum % 36) % 36;
    }

    private static boolean australia(String digits) {
        return (Weighted.sum(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
    }

    private static boolean brazil(String digits) {
        int first = Weighted.sum(digits, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        int second = Weighted.sum(digits, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return Weighted.digit(digits, 12) == (first < 2 ? 0 : 11 - first)
                && Weighted.digit(digits, 13) == (second < 2 ? 0 : 11 - second);
    }

    private static boolean russia(String digits) {
        return Weighted.sum(digits, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == Weighted.last(digits);
    }

    private static String norway(String number) {
        return number.replaceAll("\\D", "");
    }

    /** The last digit makes the weighted sum a multiple of 11; there is none for ten. */
    private static boolean mod11(String digits, int... weights) {
        return (Weighted.sum(digits, weights) + Weighted.last(digits)) % 11 == 0;
    }
}
