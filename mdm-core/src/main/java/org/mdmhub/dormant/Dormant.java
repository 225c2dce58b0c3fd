package org.mdmhub.dormant;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits to be confirmed or retired.
 *
 * @param name null where it has none
 * @param unit number of the organisation that owns it
 * @param since when it was created, changed or confirmed last
 */
public record Dormant(String type, String code, @Nullable String name, int unit, Place since) {

    /** A record as it is named from outside. */
    public record Ref(String type, String code) {}

    /** Where a page ends; the next one begins behind it. The longest unconfirmed come first. */
    public record Place(Instant at, long id) {

        /** Before all others. */
        public static final Place FIRST = new Place(Instant.EPOCH, 0);

        /** As it stands in an address. */
        public String text() {
            return at + "_" + id;
        }

        /** @throws IllegalArgumentException where the text is none */
        public static Place of(String text) {
            String[] parts = text.split("_", -1);
            try {
                return new Place(Instant.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no place in the list: " + text, e);
            }
        }
    }

    public Ref ref() {
        return new Ref(type, code);
    }
}
