package org.mdmhub.matching.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.record.FieldValues;

/** Gathers the strings by which things of a kind find each other. One that lacks a part is left out. */
public final class Keys {

    private static final String SILENT = "aeiouyhw ";
    private static final int SKELETON = 4;

    private final Set<String> keys = new LinkedHashSet<>();

    /** A value as keys are made of: folded, without blanks; "" where there is none. */
    public static String of(FieldValues values, String field) {
        return words(values, field).replace(" ", "");
    }

    /** The same with its blanks. */
    public static String words(FieldValues values, String field) {
        String text = values.text(field);
        return text == null ? "" : Text.fold(text);
    }

    /** Its words, none where there is no value. */
    public static List<String> eachWord(FieldValues values, String field) {
        String text = values.text(field);
        return text == null ? List.of() : Text.pieces(text);
    }

    /** Its first characters, "" where it has fewer. */
    public static String start(String text, int characters) {
        return text.length() < characters ? "" : text.substring(0, characters);
    }

    /** Its last characters, "" where it has fewer. */
    public static String end(String text, int characters) {
        return text.length() < characters ? "" : text.substring(text.length() - characters);
    }

    /** First letter and the consonants that follow, so that most misspellings stay the same. */
    public static String skeleton(String text) {
        StringBuilder bones = new StringBuilder(start(text, 1));
        for (int at = 1; at < text.length() && bones.length() < SKELETON; at++) {
            char letter = text.charAt(at);
            if (SILENT.indexOf(letter) < 0 && bones.charAt(bones.length() - 1) != letter) {
                bones.append(letter);
            }
        }
        return bones.toString();
    }

    /** The first number in a text, "" where there is none. */
    public static String number(String text) {
        int from = 0;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Its letters alone. */
    public static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** @param kind so that different keys never look the same */
    public Keys add(String kind, String... parts) {
        for (String part : parts) {
            if (part.isEmpty()) {
                return this;
            }
        }
        keys.add(kind + ":" + String.join("|", parts));
        return this;
    }

    public Set<String> all() {
        return keys;
    }
}
