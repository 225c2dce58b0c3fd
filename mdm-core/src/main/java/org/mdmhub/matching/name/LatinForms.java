package org.mdmhub.matching.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.reference.WordList;

/** Legal forms of names without Chinese characters. */
final class LatinForms {

    static final String GENERAL = "general";

    private static final Map<String, String> KINDS = new HashMap<>();
    private static final int LONGEST = 6;
    /** Words that are told even with a slip of the pen. */
    private static final Map<String, String> LONG_WORDS = new HashMap<>();

    private static final int LONG = 9;

    static {
        for (String line : WordList.read("/matching/latin-forms.txt")) {
            int equals = line.indexOf('=');
            for (String form : line.substring(equals + 1).split(",", -1)) {
                KINDS.putIfAbsent(
                        Fold.latin(Fold.text(form)), line.substring(0, equals).strip());
            }
        }
        KINDS.forEach((form, kind) -> {
            if (form.length() >= LONG && form.indexOf(' ') < 0) {
                LONG_WORDS.put(form, kind);
            }
        });
    }

    private LatinForms() {}

    /** Cuts forms from the end and, where something else stays, from the front; the first kind that says most. */
    static String cut(List<String> words) {
        String kind = "";
        int length = atEnd(words);
        while (length > 0) {
            kind = stronger(kind, take(words, words.size() - length, length));
            length = atEnd(words);
        }
        length = atFront(words);
        if (length > 0) {
            kind = stronger(kind, take(words, 0, length));
        }
        return kind.isEmpty() ? misspelt(words) : kind;
    }

    private static String misspelt(List<String> words) {
        int last = words.size() - 1;
        if (last > 0 && words.get(last).length() >= LONG - 1) {
            for (Map.Entry<String, String> form : LONG_WORDS.entrySet()) {
                if (Edits.distance(form.getKey(), words.get(last)) <= 1) {
                    words.remove(last);
                    return form.getValue();
                }
            }
        }
        return "";
    }

    static String kind(String form) {
        return KINDS.getOrDefault(form, "");
    }

    private static String stronger(String kind, String other) {
        return kind.isEmpty() || kind.equals(GENERAL) ? other : kind;
    }

    private static String take(List<String> words, int from, int length) {
        List<String> form = words.subList(from, from + length);
        String kind = kind(String.join(" ", form));
        form.clear();
        return kind;
    }

    private static int atEnd(List<String> words) {
        for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
            if (KINDS.containsKey(String.join(" ", words.subList(words.size() - length, words.size())))) {
                return length;
            }
        }
        return 0;
    }

    private static int atFront(List<String> words) {
        for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
            if (KINDS.containsKey(String.join(" ", words.subList(0, length)))) {
                return length;
            }
        }
        return 0;
    }
}
