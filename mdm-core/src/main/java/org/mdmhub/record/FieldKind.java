package org.mdmhub.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds. The neutral value of each kind is a JSON value: String (also for dates, ISO 8601), BigDecimal,
 * Boolean, or a list of items.
 */
public enum FieldKind {
    TEXT,
    /** Issued by an authority, compared without case and blanks. */
    IDENTIFIER,
    /** Short code of another party: postcode, customs code. */
    CODE,
    PHONE,
    EMAIL,
    /** ISO 3166-1 alpha-2. */
    COUNTRY,
    /** ISO 4217. */
    CURRENCY,
    /** Unit of measure of the hub. */
    UNIT,
    /** One of the field's choices. */
    CHOICE,
    /** Code of an organisation. */
    ORGANISATION,
    /** Code of another master of the same type. */
    MASTER,
    NUMBER,
    INTEGER,
    FLAG,
    DATE,
    /** Items, each with a stable id and fields of its own. */
    LIST;

    private static final int PRECISION = 24;
    private static final int SCALE = 6;

    /** The neutral form of a raw JSON value, or null where it is not a value of this kind. */
    public @Nullable Object neutral(Object raw) {
        return switch (this) {
            case NUMBER -> raw instanceof Number number ? number(number) : null;
            case INTEGER -> raw instanceof Number number ? integer(number) : null;
            case FLAG -> raw instanceof Boolean ? raw : null;
            case DATE -> raw instanceof String text ? date(text) : null;
            case LIST -> raw instanceof List<?> ? raw : null;
            default -> raw instanceof String ? raw : null;
        };
    }

    /** Reads a value from a cell of a sheet; null where the text is not of this kind. Lists are not written so. */
    public @Nullable Object ofText(String text) {
        try {
            return switch (this) {
                case NUMBER, INTEGER -> neutral(new BigDecimal(text));
                case FLAG -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
                case LIST -> null;
                default -> neutral(text);
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(Number raw) {
        BigDecimal value = plain(raw);
        boolean fits = value.scale() <= SCALE && value.precision() - value.scale() <= PRECISION - SCALE;
        return fits ? value : null;
    }

    private static @Nullable BigDecimal integer(Number raw) {
        BigDecimal value = plain(raw);
        boolean whole = value.scale() <= 0;
        return whole && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 ? value : null;
    }

    /** A number in the one form in which it equals itself: without trailing zeros and exponents. */
    static BigDecimal plain(Number raw) {
        BigDecimal value = raw instanceof BigDecimal decimal
                ? decimal
                : raw instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(raw.toString());
        // a huge exponent must not be written out in zeros before it is refused
        boolean small = value.signum() == 0 || Math.abs((long) value.precision() - value.scale()) <= 2L * PRECISION;
        return small ? new BigDecimal(value.stripTrailingZeros().toPlainString()) : value;
    }

    private static @Nullable String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
