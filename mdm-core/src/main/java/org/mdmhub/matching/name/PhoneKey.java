package org.mdmhub.matching.name;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as it is compared. Nothing here is null; a part that is not told is empty.
 *
 * @param digits all digits without 00 or + and country code of China and without an extension
 * @param last the last eight digits, or all where there are fewer
 * @param area of a Chinese landline, with its 0
 */
public record PhoneKey(String digits, String last, String area) {

    /** What two numbers have in common, the most first. */
    public enum Level {
        /** All digits but country code and extension. */
        EQUAL,
        /** The last digits; area or country code in one only. */
        SAME_LAST,
        /** Another number. */
        OTHER,
        /** One of them is none. */
        UNKNOWN
    }

    private static final int LAST = 8;
    private static final int FEWEST = 5;
    private static final int MOBILE = 11;
    private static final String CHINA = "86";
    private static final String[] EXTENSIONS = {"ext", "x", "转", "分机", "#", "doorwahl", "poste"};

    /** Whatever is no telephone number gives empty parts. */
    public static PhoneKey of(@Nullable String number) {
        String digits =
                number == null ? "" : Numerals.only(Fold.text(withoutExtension(number.toLowerCase(Locale.ROOT))));
        if (digits.startsWith("00")) {
            digits = digits.substring(2);
        }
        if (digits.startsWith(CHINA) && digits.length() > MOBILE) {
            digits = digits.substring(CHINA.length());
            digits = digits.startsWith("1") && digits.length() == MOBILE || digits.startsWith("0")
                    ? digits
                    : "0" + digits;
        }
        if (digits.length() < FEWEST) {
            return new PhoneKey("", "", "");
        }
        return new PhoneKey(digits, digits.substring(Math.max(0, digits.length() - LAST)), area(digits));
    }

    private static String withoutExtension(String number) {
        for (String sign : EXTENSIONS) {
            int at = number.indexOf(sign);
            if (at > FEWEST) {
                return number.substring(0, at);
            }
        }
        return number;
    }

    /** 010 and 02x have three digits, all others four. */
    private static String area(String digits) {
        if (!digits.startsWith("0") || digits.length() < MOBILE - 1) {
            return "";
        }
        boolean three = digits.charAt(1) == '1' || digits.charAt(1) == '2';
        return digits.substring(0, three ? 3 : 4);
    }

    /** How alike two are; the order does not count. */
    public Level compare(PhoneKey other) {
        if (digits.isEmpty() || other.digits.isEmpty()) {
            return Level.UNKNOWN;
        }
        if (digits.equals(other.digits)) {
            return Level.EQUAL;
        }
        boolean tail = digits.endsWith(other.digits) || other.digits.endsWith(digits);
        boolean areas = !area.isEmpty() && !other.area.isEmpty() && !area.equals(other.area);
        return tail || !areas && last.length() == LAST && last.equals(other.last) ? Level.SAME_LAST : Level.OTHER;
    }
}
