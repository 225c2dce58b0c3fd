package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The strings under which a name is kept so that others that may be the same are found: mostly 10 to 22 a name. Two names that
 * share a rare one are worth comparing; how rare is for the caller to know.
 */
public final class NameKeys {

    private static final int PAIRS = 18;
    private static final int REACH = 3;
    private static final int BRAND = 6;
    private static final int WORDS = 8;
    private static final int LETTERS = 3;

    private NameKeys() {}

    /** What a key is made of, the strongest first. */
    public enum Kind {
        /** The whole folded name. */
        FULL,
        /** The name without legal form. */
        CORE,
        /** The brand alone. */
        BRAND,
        /** Brand and industry as they are read; of a Latin word its consonants. */
        SOUND,
        /** All characters of the core, sorted: the same after a slip of two neighbours, or with the words in another order. */
        LETTERS,
        /** Region and first letters of the readings. */
        INITIALS,
        /** Two neighbouring words, sorted. */
        WORDS,
        /** One word. */
        WORD,
        /** Two characters in their order, at most three apart, or beginnings of region, brand and industry. */
        PAIR
    }

    /** A key; values of different kinds never mean the same. */
    public record Key(Kind kind, String value) {

        /** Kind and value in one string. */
        public String text() {
            return kind.name().charAt(0) + (kind == Kind.WORDS ? "2:" : ":") + value;
        }
    }

    /** No keys for a name without a letter or digit. */
    public static List<Key> of(CompanyName name) {
        if (name.full().isEmpty()) {
            return List.of();
        }
        Set<Key> keys = new LinkedHashSet<>();
        keys.add(new Key(Kind.FULL, name.full()));
        keys.add(new Key(Kind.CORE, name.core()));
        keys.add(new Key(Kind.LETTERS, sorted(name.core())));
        if (name.isChinese()) {
            chinese(name, keys);
        } else {
            latin(name, keys);
        }
        return List.copyOf(keys);
    }

    private static void chinese(CompanyName name, Set<Key> keys) {
        String heart = name.heart();
        if (name.brand().length() > 1) {
            keys.add(new Key(Kind.BRAND, name.brand()));
        }
        if (heart.length() > 1) {
            keys.add(new Key(Kind.SOUND, Sounds.reading(heart)));
            keys.add(new Key(Kind.INITIALS, first(name.region()) + "/" + Sounds.initials(heart)));
        }
        pairs(name, heart).forEach(pair -> keys.add(new Key(Kind.PAIR, pair)));
    }

    /** Pairs of characters, those that a short form mostly takes first. */
    private static Set<String> pairs(CompanyName name, String heart) {
        Set<String> pairs = new LinkedHashSet<>();
        int brand = Math.min(name.brand().length(), BRAND);
        List<Character> heads = heads(name.industry());
        if (name.core().length() <= BRAND) {
            near(name.core(), name.core().length(), pairs);
        }
        for (int i = 0; i + 1 < brand; i++) {
            add(pairs, heart.charAt(i), heart.charAt(i + 1));
        }
        for (char region : heads(name.region())) {
            heart.substring(0, Math.min(brand, REACH)).chars().forEach(c -> add(pairs, region, (char) c));
            heads.forEach(head -> add(pairs, region, head));
        }
        for (int i = 0; i < Math.min(brand, 2); i++) {
            for (char head : heads) {
                add(pairs, heart.charAt(i), head);
            }
        }
        near(heart, brand, pairs);
        return pairs;
    }

    private static void near(String text, int most, Set<String> pairs) {
        for (int reach = 1; reach <= REACH; reach++) {
            for (int i = 0; i < most && i + reach < text.length(); i++) {
                add(pairs, text.charAt(i), text.charAt(i + reach));
            }
        }
    }

    private static void add(Set<String> pairs, char one, char other) {
        if (pairs.size() < PAIRS) {
            pairs.add(new String(new char[] {one, other}));
        }
    }

    private static List<Character> heads(String industry) {
        List<Character> heads = new ArrayList<>();
        for (int i = 0; i < industry.length(); i++) {
            if (i == 0 || industry.charAt(i - 1) == ' ') {
                heads.add(industry.charAt(i));
            }
        }
        return heads;
    }

    private static void latin(CompanyName name, Set<Key> keys) {
        List<String> words =
                name.words().subList(0, Math.min(WORDS, name.words().size()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            keys.add(new Key(Kind.WORD, word));
            String bones = bones(word);
            if (bones.length() >= LETTERS) {
                keys.add(new Key(Kind.SOUND, bones));
            }
            if (i > 0) {
                String before = words.get(i - 1);
                keys.add(new Key(Kind.WORDS, before.compareTo(word) < 0 ? before + " " + word : word + " " + before));
            }
        }
        if (words.size() > 1) {
            keys.add(new Key(Kind.WORD, words.get(0) + words.get(1)));
        }
    }

    private static String sorted(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Consonants of a word, doubled ones once: what stays when it is misspelt. */
    private static String bones(String word) {
        StringBuilder bones = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean vowel = "aeiouyh".indexOf(c) >= 0 && i > 0;
            if (!vowel && (bones.isEmpty() || bones.charAt(bones.length() - 1) != c)) {
                bones.append(c);
            }
        }
        return bones.toString();
    }

    private static String first(String region) {
        int blank = region.indexOf(' ');
        return blank < 0 ? region : region.substring(0, blank);
    }
}
