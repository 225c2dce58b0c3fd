package org.mdmhub.quality.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers, ITU-T E.164 and the national plans as libphonenumber carries them: mobile, land-line and service
 * numbers of China among them.
 */
public final class Phone {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();
    private static final String EXTENSION = "(?:转|分机|#)\\s*(?=\\d{1,7}$)";
    private static final String DASHED = "(?<=\\d{7})\\s*-\\s*(?=\\d{1,5}$)";

    private Phone() {}

    /**
     * The number in E.164, or as it was written where it cannot be read or has an extension.
     *
     * @param country by which it is read, ISO 3166-1 alpha-2
     */
    public static String standard(String text, String country) {
        PhoneNumber number = read(text, country);
        return number != null && PHONES.isValidNumber(number) && !number.hasExtension()
                ? PHONES.format(number, PhoneNumberFormat.E164)
                : text;
    }

    /** Whether somebody can be reached at it: a valid number, with an extension or without, or a short service number. */
    public static boolean isValid(String text, String country) {
        PhoneNumber number = read(text.replaceFirst(EXTENSION, " x").replaceFirst(DASHED, " x"), country);
        return number != null && (PHONES.isValidNumber(number) || SHORT.isValidShortNumber(number));
    }

    private static @Nullable PhoneNumber read(String text, String country) {
        if (text.replace("x", "").codePoints().anyMatch(Character::isLetter)) {
            // the library would read letters as the digits of their key
            return null;
        }
        try {
            return PHONES.parse(text, country);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
