package org.mdmhub.coding;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a code. */
public sealed interface Segment {

    /** The same characters in every code. */
    record Literal(String value) implements Segment {}

    /** The counter's number with leading zeros, {@code length} digits. */
    record Sequence(int length) implements Segment {}

    /** A check character over the digits before it. */
    record Check(CheckDigit algorithm) implements Segment {}

    /** The part that this segment adds, or null where the number does not fit. */
    default @Nullable String part(String before, long number) {
        if (this instanceof Literal literal) {
            return literal.value();
        }
        if (this instanceof Sequence sequence) {
            String digits = String.format("%0" + sequence.length() + "d", number);
            return digits.length() > sequence.length() ? null : digits;
        }
        return String.valueOf(((Check) this).algorithm().over(before));
    }

    /** What this segment looks like, as a regular expression. */
    default String shape() {
        if (this instanceof Literal literal) {
            return Pattern.quote(literal.value());
        }
        return this instanceof Sequence sequence ? "\\d{" + sequence.length() + "}" : "\\d";
    }

    /** @throws IllegalArgumentException where the settings are not those of a segment */
    static Segment of(Map<String, Object> settings) {
        return switch (String.valueOf(settings.get("kind"))) {
            case "LITERAL" -> new Literal(String.valueOf(settings.get("value")));
            case "SEQUENCE" -> new Sequence(Integer.parseInt(String.valueOf(settings.get("length"))));
            case "CHECK" -> new Check(CheckDigit.valueOf(String.valueOf(settings.get("algorithm"))));
            default -> throw new IllegalArgumentException("no such segment: " + settings.get("kind"));
        };
    }
}
