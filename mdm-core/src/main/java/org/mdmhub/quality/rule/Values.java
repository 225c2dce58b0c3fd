package org.mdmhub.quality.rule;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Neutral values as rules see them. */
final class Values {

    /** The day of the check, where a date is compared. */
    static final String TODAY = "TODAY";

    private Values() {}

    static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** The order of a value against another or against one written as text; null where they have none. */
    static @Nullable Integer compare(Object value, Object against, LocalDate today) {
        if (value instanceof BigDecimal number) {
            BigDecimal other = number(against);
            return other == null ? null : number.compareTo(other);
        }
        if (value instanceof String text) {
            String other = TODAY.equals(against) ? today.toString() : text(against);
            return text.compareTo(other);
        }
        return null;
    }

    static @Nullable BigDecimal number(@Nullable Object raw) {
        if (raw instanceof BigDecimal number) {
            return number;
        }
        try {
            String text = raw == null ? "" : String.valueOf(raw).strip();
            return text.isEmpty() || text.length() > 40 ? null : plain(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal plain(String text) {
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) > 40 ? null : number;
    }

    /** The form in which two values are the same to a rule that wants them unique: width, case and blanks do not count. */
    static String folded(Object value) {
        return Normalizer.normalize(text(value), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", "");
    }
}
