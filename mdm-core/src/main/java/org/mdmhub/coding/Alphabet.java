package org.mdmhub.coding;

/**
 * The characters that numbers are written in, each once, the first standing for nought.
 *
 * @param characters capital letters and digits
 */
record Alphabet(String characters) {

    static final Alphabet DIGITS = new Alphabet("0123456789");
    static final Alphabet LETTERS_AND_DIGITS = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    /** Without I O Z S V, which are read as 1 0 2 5 U; the alphabet of GB 32100. */
    static final Alphabet WITHOUT_LOOK_ALIKES = new Alphabet("0123456789ABCDEFGHJKLMNPQRTUWXY");

    int size() {
        return characters.length();
    }

    String character(int value) {
        return characters.substring(value, value + 1);
    }

    /** The values of those characters of a text that are in the alphabet. */
    int[] values(String text) {
        return text.chars().map(characters::indexOf).filter(value -> value >= 0).toArray();
    }

    /** How many numbers have this many places; nought is one of them. */
    long numbers(int length) {
        long numbers = 1;
        for (int i = 0; i < length; i++) {
            numbers = Math.multiplyExact(numbers, (long) size());
        }
        return numbers;
    }

    /** A number in so many places; the caller sees to it that it fits. */
    String write(long number, int length) {
        StringBuilder text = new StringBuilder();
        long rest = number;
        for (int i = 0; i < length; i++) {
            text.append(character((int) (rest % size())));
            rest /= size();
        }
        return text.reverse().toString();
    }

    boolean isProper() {
        return size() > 1
                && characters.chars().distinct().count() == size()
                && characters
                        .chars()
                        .allMatch(each -> LETTERS_AND_DIGITS.characters().indexOf(each) >= 0);
    }
}
