package org.mdmhub.matching.name;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mdmhub.reference.Pinyin;

/** Readings of single characters without tones, kept once looked up. */
final class Sounds {

    private static final int SIZE = 0x10000;
    private static final AtomicReferenceArray<List<String>> READINGS = new AtomicReferenceArray<>(SIZE);

    private Sounds() {}

    static List<String> of(char c) {
        if (!Fold.isHan(c)) {
            return List.of(String.valueOf(c));
        }
        List<String> known = READINGS.get(c);
        if (known == null) {
            known = List.copyOf(Pinyin.of(String.valueOf(c)).whole());
            known = known.isEmpty() ? List.of(String.valueOf(c)) : known;
            READINGS.set(c, known);
        }
        return known;
    }

    /** The usual reading of the whole. */
    static String reading(String text) {
        StringBuilder out = new StringBuilder(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            out.append(of(text.charAt(i)).get(0));
        }
        return out.toString();
    }

    /** First letters of the usual readings. */
    static String initials(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(of(text.charAt(i)).get(0).charAt(0));
        }
        return out.toString();
    }

    /** Whether each character may be read as the one in its place. */
    static boolean alike(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            char c = one.charAt(i);
            char d = other.charAt(i);
            if (c != d && (!Fold.isHan(c) || !Fold.isHan(d) || of(c).stream().noneMatch(of(d)::contains))) {
                return false;
            }
        }
        return true;
    }
}
