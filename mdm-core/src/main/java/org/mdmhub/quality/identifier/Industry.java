package org.mdmhub.quality.identifier;

import java.util.Optional;

/**
 * The industry by GB/T 4754-2017: a letter from A to T for the section and two, three or four digits for division, group and
 * class; the divisions are numbered through, so that they tell the letter.
 */
public final class Industry {

    /** The last division of each section. */
    private static final int[] LAST = {5, 12, 43, 46, 50, 52, 60, 63, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97};

    private Industry() {}

    public static boolean isValid(String code) {
        return code.matches("[A-T]\\d{2,4}") && code.charAt(0) == section(code.substring(1));
    }

    /** Where only the letter is missing, wrong or small. */
    public static Optional<String> repair(String code) {
        String digits = code.replaceFirst("^[A-Za-z]", "");
        String meant = digits.matches("\\d{2,4}") ? section(digits) + digits : "";
        return isValid(code) || !isValid(meant) ? Optional.empty() : Optional.of(meant);
    }

    private static char section(String digits) {
        int division = Integer.parseInt(digits.substring(0, 2));
        for (int i = 0; i < LAST.length; i++) {
            if (division > 0 && division <= LAST[i]) {
                return (char) ('A' + i);
            }
        }
        return '?';
    }
}
