package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.List;

/** Parts a folded text into words where blanks stand and where Chinese characters meet Latin letters or digits. */
final class Scripts {

    private Scripts() {}

    static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            boolean end = i == folded.length() || isGap(folded.charAt(i));
            boolean turns = !end && i > from && Fold.isHan(folded.charAt(i)) != Fold.isHan(folded.charAt(i - 1));
            if (end || turns) {
                if (i > from) {
                    words.add(folded.substring(from, i));
                }
                from = end ? i + 1 : i;
            }
        }
        return words;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '(' || c == ')';
    }
}
