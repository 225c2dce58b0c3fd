package org.mdmhub.quality;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldKind;

/**
 * Brings a value into the form in which it is stored. All text is trimmed and freed of control and stray zero-width
 * characters; only identifiers, phones, mails and codes are folded from full width.
 */
final class Standardizer {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Standardizer() {}

    /**
     * @param country ISO code by which a phone is read, null for China
     * @return the stored form, empty where nothing is left
     */
    static String standardize(FieldKind kind, String text, @Nullable String country) {
        String clean = CleanText.clean(text);
        return switch (kind) {
            case IDENTIFIER -> fold(clean).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            case COUNTRY, CURRENCY, UNIT, ORGANISATION, MASTER, CHOICE ->
                fold(clean).toUpperCase(Locale.ROOT);
            case CODE, EMAIL -> fold(clean);
            case PHONE -> phone(fold(clean), country == null ? "CN" : country);
            default -> clean;
        };
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String phone(String text, String country) {
        if (text.codePoints().anyMatch(Character::isLetter)) {
            // the library would read letters as the digits of their key
            return text;
        }
        try {
            var number = PHONES.parse(text, country);
            return PHONES.isValidNumber(number) && !number.hasExtension()
                    ? PHONES.format(number, PhoneNumberFormat.E164)
                    : text;
        } catch (NumberParseException e) {
            return text;
        }
    }
}
