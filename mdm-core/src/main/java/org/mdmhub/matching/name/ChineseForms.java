package org.mdmhub.matching.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.reference.WordList;

/** Chinese legal forms and the words that name a part of a whole. */
final class ChineseForms {

    static final String MARK = "mark";

    /** Words to their kind. */
    private static final Map<String, String> KINDS = new HashMap<>();

    /** Cut off: what is no part of what is compared. */
    private static final Words CUT = new Words(List.of());

    /** Noted, but kept. */
    private static final Words KEPT = new Words(List.of());

    static final Words PARTS = new Words(List.of());

    /** 三人行 is a name, 王记面馆 a noodle shop. */
    private static final int SHORTEST_SHOP = 4;

    private static final List<String> WHOLES = List.of("有限公司", "责任公司", "股份公司", "集团公司", "总公司", "合作社", "合伙企业");

    static {
        for (String line : WordList.read("/matching/chinese-forms.txt")) {
            String kind = line.substring(0, line.indexOf('=')).strip();
            boolean kept = kind.endsWith("~");
            for (String word : line.substring(line.indexOf('=') + 1).strip().split(" ", -1)) {
                String plain = Fold.join(word);
                KINDS.put(plain, kept ? kind.replace("~", "").strip() : kind);
                (kept ? KEPT : CUT).add(plain);
            }
        }
        for (String line : WordList.read("/matching/branches.txt")) {
            for (String word : line.substring(line.indexOf('=') + 1).strip().split(" ", -1)) {
                PARTS.add(word);
            }
        }
    }

    private ChineseForms() {}

    /** Length of the legal form before an index; 0 where nothing else would be left. */
    static int before(String text, int end) {
        return KINDS.containsKey(text.substring(0, end)) ? 0 : CUT.before(text, end, 1);
    }

    /** Length of a word before an index that says what body it is and belongs to its name. */
    static int keptBefore(String text, int end) {
        int length = KEPT.before(text, end, 2);
        return length == 1 && end < SHORTEST_SHOP ? 0 : length;
    }

    /** Empty where the words are no legal form. */
    static String kind(String words) {
        return KINDS.getOrDefault(words, "");
    }

    /** Where the name of a whole ends and that of its part begins; -1 where there is no part behind a legal form. */
    static int endOfWhole(String text) {
        int best = -1;
        for (String whole : WHOLES) {
            int at = text.indexOf(whole);
            int end = at + whole.length();
            if (at > 0
                    && end < text.length()
                    && CUT.before(text, text.length(), end) < text.length() - end
                    && (best < 0 || end < best)) {
                best = end;
            }
        }
        return best;
    }
}
