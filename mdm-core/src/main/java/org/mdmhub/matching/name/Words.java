package org.mdmhub.matching.name;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Words of which the longest is found at an end or the beginning of a text. */
final class Words {

    private final Set<String> words = new HashSet<>();
    private int longest;

    Words(Collection<String> words) {
        words.forEach(this::add);
    }

    void add(String word) {
        words.add(word);
        longest = Math.max(longest, word.length());
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** Length of the longest word that ends at an index, 0 where none does; at least so much must stay before it. */
    int before(String text, int end, int stay) {
        for (int length = Math.min(longest, end - stay); length > 0; length--) {
            if (words.contains(text.substring(end - length, end))) {
                return length;
            }
        }
        return 0;
    }
}
