package org.mdmhub.matching.name;

/** Chinese numerals as digits, so that 第一, 一 and 1 are one. */
final class Numerals {

    private static final String ONES = "零一二三四五六七八九";
    private static final String UNITS = "十百";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Numerals() {}

    /** The text with digits for numerals, and without 第 before a number. */
    static String digits(String text) {
        int first = firstNumeral(text);
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        int i = first;
        while (i < text.length()) {
            int end = end(text, i);
            if (end > i) {
                out.append(number(text, i, end));
                i = end;
            } else if (text.charAt(i) == '第'
                    && i + 1 < text.length()
                    && (isDigit(text.charAt(i + 1)) || end(text, i + 1) > i + 1)) {
                i++;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    /** The digits of a text in their order. */
    static String only(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static int firstNumeral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isNumeral(text.charAt(i)) || text.charAt(i) == '第') {
                return i;
            }
        }
        return -1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int one(char c) {
        return c == '〇' ? 0 : ONES.indexOf(c);
    }

    static boolean isNumeral(char c) {
        return one(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    /** Where the number that begins here ends; 十 and 百 count only beside a numeral or behind 第. */
    private static int end(String text, int start) {
        int end = start;
        boolean ones = false;
        while (end < text.length() && isNumeral(text.charAt(end))) {
            ones |= one(text.charAt(end)) >= 0;
            end++;
        }
        boolean ordinal = start > 0 && text.charAt(start - 1) == '第';
        return ones || ordinal ? end : start;
    }

    private static String number(String text, int start, int end) {
        boolean units = false;
        for (int i = start; i < end; i++) {
            units |= UNITS.indexOf(text.charAt(i)) >= 0;
        }
        if (!units) {
            StringBuilder digits = new StringBuilder();
            for (int i = start; i < end; i++) {
                digits.append(one(text.charAt(i)));
            }
            return digits.toString();
        }
        long sum = 0;
        long ones = -1;
        for (int i = start; i < end; i++) {
            int unit = UNITS.indexOf(text.charAt(i));
            if (unit < 0) {
                ones = Math.max(0, ones) * (ones > 0 ? TEN : 1) + one(text.charAt(i));
            } else {
                sum += (ones < 0 ? 1 : ones) * (unit == 0 ? TEN : HUNDRED);
                ones = -1;
            }
        }
        return String.valueOf(sum + Math.max(0, ones));
    }
}
