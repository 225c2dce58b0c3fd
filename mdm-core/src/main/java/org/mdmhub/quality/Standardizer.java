package org.mdmhub.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Standardization.What;
import org.mdmhub.quality.identifier.Phone;
import org.mdmhub.record.FieldKind;

/**
 * Brings a value into the form in which it is stored, and notes what it did. All text is trimmed and freed of control and
 * stray zero-width characters; only identifiers, phones, mails and codes are folded from full width.
 */
final class Standardizer {

    private String text;
    private final List<What> done = new ArrayList<>();

    private Standardizer(String text) {
        this.text = text;
    }

    /** The stored form, empty where nothing is left, and what was done on the way to it. */
    record Standard(String text, List<What> done) {}

    /** @param country ISO code by which a phone is read, null for China */
    static Standard standardize(FieldKind kind, String text, @Nullable String country) {
        Standardizer standard = new Standardizer(text);
        standard.step(What.INVISIBLE, CleanText::visible);
        standard.step(What.TRIMMED, CleanText::trim);
        switch (kind) {
            case IDENTIFIER -> {
                standard.step(What.FULL_WIDTH, Standardizer::fold);
                standard.step(What.BLANKS, folded -> folded.replaceAll("[\\s\\p{Z}]", ""));
                standard.step(What.UPPER_CASE, Standardizer::upper);
            }
            case COUNTRY, CURRENCY, UNIT, ORGANISATION, MASTER, CHOICE -> {
                standard.step(What.FULL_WIDTH, Standardizer::fold);
                standard.step(What.UPPER_CASE, Standardizer::upper);
            }
            case CODE, EMAIL -> standard.step(What.FULL_WIDTH, Standardizer::fold);
            case PHONE -> {
                standard.step(What.FULL_WIDTH, Standardizer::fold);
                standard.step(What.PHONE_FORM, number -> Phone.standard(number, country == null ? "CN" : country));
            }
            default -> {}
        }
        return new Standard(standard.text, standard.done);
    }

    private void step(What what, UnaryOperator<String> change) {
        String changed = change.apply(text);
        if (!changed.equals(text)) {
            done.add(what);
            text = changed;
        }
    }

    private static String fold(String text) {
        return CleanText.clean(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** Folded again, for a few letters of other scripts come apart in upper case. */
    private static String upper(String text) {
        return fold(text.toUpperCase(Locale.ROOT));
    }
}
