package org.mdmhub.quality;

import java.util.List;

/**
 * What the hub did to a value before it stored it.
 *
 * @param pointer JSON pointer of the value, as {@code /fields/phone}
 * @param from as it came
 * @param to as it is stored, empty where nothing is left
 * @param what in the order in which it was done; never empty
 */
public record Standardization(String pointer, String from, String to, List<What> what) {

    /** The text in the reader's language stands under {@code standardization.WHAT}. */
    public enum What {
        /** Control characters and stray zero-width ones were taken out. */
        INVISIBLE,
        TRIMMED,
        FULL_WIDTH,
        /** Blanks inside an identifier. */
        BLANKS,
        /** Upper case, or as the list of choices spells it. */
        UPPER_CASE,
        /** E.164. */
        PHONE_FORM
    }
}
