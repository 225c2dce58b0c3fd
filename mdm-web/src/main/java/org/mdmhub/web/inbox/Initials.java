package org.mdmhub.web.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands for a person where there is room for two letters. */
final class Initials {

    private static final int MOST = 2;

    private Initials() {}

    /** Of a Chinese name its last two characters, of others the first letters of the first two words. */
    static String of(String name) {
        String text = name.strip();
        int length = text.codePointCount(0, text.length());
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            return text.substring(text.offsetByCodePoints(0, Math.max(0, length - MOST)));
        }
        return Arrays.stream(text.split("[\\s._-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
