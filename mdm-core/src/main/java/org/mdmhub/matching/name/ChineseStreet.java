package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a Chinese street apart: divisions once more, road and number. */
final class ChineseStreet {

    private static final String ROADS = "路街道巷弄胡同里村社屯庄";
    private static final String NUMBER = "号弄";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final List<String> FRONT = List.of("街道办事处", "街道", "镇", "乡", "开发区", "新区", "园区", "工业园", "社区", "自贸试验区");

    private ChineseStreet() {}

    static AddressKey key(Set<String> region, String folded) {
        String text = Numerals.digits(withoutBrackets(folded));
        List<String> front = new ArrayList<>();
        int from = Regions.cut(text, front);
        region.addAll(front);
        int at = number(text, from);
        int digits = at;
        while (digits > from && isNumber(text.charAt(digits - 1))) {
            digits--;
        }
        String before = text.substring(from, at < 0 ? text.length() : digits);
        String road = road(before);
        return new AddressKey(String.join(" ", region), road, at < 0 ? "" : text.substring(digits, at));
    }

    private static String withoutBrackets(String folded) {
        int open = folded.indexOf('(');
        return Fold.join(open > 0 ? folded.substring(0, open) : folded);
    }

    /** Where 号 behind the first number stands, -1 where there is none. */
    private static int number(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (NUMBER.indexOf(text.charAt(i)) >= 0 && isNumber(text.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNumber(char c) {
        return Numerals.isDigit(c) || c >= 'a' && c <= 'z';
    }

    /** The last way before the number; what stands before towns and parks is no part of its name. */
    private static String road(String before) {
        int end = before.length();
        while (end > 0 && ROADS.indexOf(before.charAt(end - 1)) < 0) {
            end--;
        }
        if (end < SHORTEST) {
            return before.length() > LONGEST ? before.substring(before.length() - LONGEST) : before;
        }
        String road = before.substring(0, end);
        int start = 0;
        for (String word : FRONT) {
            int at = road.lastIndexOf(word, end - SHORTEST - word.length());
            start = at < 0 ? start : Math.max(start, at + word.length());
        }
        return road.substring(Math.max(start, end - LONGEST));
    }
}
