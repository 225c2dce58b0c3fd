package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mdmhub.reference.WordList;

/** Takes a Chinese name apart: region, brand, industry, legal form, and behind it the branch. */
final class ChineseName {

    private static final Words INDUSTRIES = new Words(List.of());
    private static final List<String> HEADS = List.of("银行", "公司", "集团", "证券", "保险", "信用社", "药房", "超市", "通信", "邮政");
    /** Stands around a place that stood in brackets. */
    private static final String PLACE = "\u0001";

    private static final String GROUP = "集团";
    private static final String MARKS = "abuw";
    private static final int SHORT_NAME = 8;
    private static final int BRAND = 2;

    static {
        for (String line : WordList.read("/matching/industries.txt")) {
            for (String word : line.split(" ", -1)) {
                INDUSTRIES.add(word);
            }
        }
    }

    private final String full;
    private final List<String> regions = new ArrayList<>();
    private String form = "";
    private String branch = "";
    /** A place in brackets at the end. */
    private String after = "";

    private String text;

    private ChineseName(String folded) {
        full = Fold.join(folded);
        text = withoutBrackets(folded);
    }

    static CompanyName of(String folded) {
        return new ChineseName(folded).parts();
    }

    /** All before the branch, or everything where there is none. */
    static String whole(String folded) {
        ChineseName name = new ChineseName(folded);
        name.cutBranch();
        return name.branch.isEmpty() ? folded : name.text.replaceAll(PLACE + "(.*?)" + PLACE, "($1)");
    }

    private CompanyName parts() {
        cutBranch();
        String whole = text;
        cutForm();
        text = text.length() < whole.length() || !form.isEmpty() ? text : withoutMarks(text);
        String rest = text;
        text = withoutPlaces(text);
        List<String> front = new ArrayList<>();
        int from = Regions.cut(text, front);
        Industry industry = industry(text, from);
        String behind = rest.startsWith(text.substring(0, from))
                ? rest.substring(from)
                : text.substring(from) + String.join("", regions);
        String core = Numerals.digits(String.join("", front) + behind.replace(PLACE, "") + after + branch);
        regions.addAll(0, front);
        return new CompanyName(
                full,
                core.isEmpty() ? full : core,
                String.join(" ", regions.stream().distinct().toList()),
                Numerals.digits(brand(text.substring(from, industry.start()))),
                industry.words(),
                form,
                branch,
                Numerals.only(Numerals.digits(text.substring(from) + " " + branch)),
                List.of());
    }

    /** What stands in brackets is a region, a form, or belongs to the name. */
    private String withoutBrackets(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            int close = c == '(' ? folded.indexOf(')', at) : -1;
            if (close > at) {
                out.append(bracket(Fold.join(folded.substring(at, close))));
                at = close;
            } else if (c != ' ' && c != '(' && c != ')') {
                out.append(c);
            }
            at++;
        }
        return out.toString();
    }

    private String bracket(String words) {
        String place = Regions.place(words);
        if (!place.isEmpty()) {
            regions.add(place);
            return PLACE + place + PLACE;
        }
        String kind = ChineseForms.kind(words);
        if (!kind.isEmpty() && form.isEmpty() && !kind.equals(ChineseForms.MARK)) {
            form = kind;
        }
        return kind.isEmpty() ? words : "";
    }

    private void cutBranch() {
        if (text.endsWith(PLACE)) {
            int open = text.lastIndexOf(PLACE, text.length() - 2);
            after = text.substring(open).replace(PLACE, "");
            text = text.substring(0, open);
        }
        int end = ChineseForms.endOfWhole(text);
        if (end < 0) {
            int word = ChineseForms.PARTS.before(text, text.length(), BRAND);
            end = word == 0 ? -1 : beginOfPart(text.length() - word);
        }
        if (end > 0) {
            branch = Numerals.digits(text.substring(end)).replace(PLACE, "").replace("市", "");
            text = text.substring(0, end);
        }
    }

    /** Before 分公司, 支行 and the like stands where, or which one. */
    private int beginOfPart(int word) {
        for (String head : HEADS) {
            int at = text.lastIndexOf(head, word - head.length());
            if (at > 0) {
                return at + head.length();
            }
        }
        for (int from = Math.max(BRAND, word - SHORT_NAME); from < word - 1; from++) {
            if (!Regions.place(text.substring(from, word)).isEmpty()) {
                return from;
            }
        }
        int from = word;
        while (from > BRAND
                && (Numerals.isNumeral(text.charAt(from - 1))
                        || Numerals.isDigit(text.charAt(from - 1))
                        || text.charAt(from - 1) == '第')) {
            from--;
        }
        return from;
    }

    private static String withoutPlaces(String name) {
        int open = name.indexOf(PLACE);
        if (open < 0) {
            return name;
        }
        int close = name.indexOf(PLACE, open + 1);
        return withoutPlaces(name.substring(0, open) + name.substring(close + 1));
    }

    private static String brand(String words) {
        return words.endsWith(GROUP) && words.length() > GROUP.length() + 1
                ? words.substring(0, words.length() - GROUP.length())
                : words;
    }

    private void cutForm() {
        int length = ChineseForms.before(text, text.length());
        while (length > 0) {
            String kind = ChineseForms.kind(text.substring(text.length() - length));
            if (form.isEmpty() && !kind.equals(ChineseForms.MARK)) {
                form = kind;
            }
            text = text.substring(0, text.length() - length);
            length = ChineseForms.before(text, text.length());
        }
    }

    /** Signs of a stock exchange about a short name: ST 东海, 万科A. */
    private static String withoutMarks(String name) {
        String rest = name;
        if (rest.length() > SHORT_NAME) {
            return rest;
        }
        if (rest.startsWith("st") && rest.length() > BRAND && Fold.isHan(rest.charAt(BRAND))) {
            rest = rest.substring(BRAND);
        }
        int last = rest.length() - 1;
        return last > 1 && MARKS.indexOf(rest.charAt(last)) >= 0 && Fold.isHan(rest.charAt(last - 1))
                ? rest.substring(0, last)
                : rest;
    }

    /** Words of the industry and where they begin. */
    private record Industry(int start, String words) {}

    private Industry industry(String name, int from) {
        List<String> words = new ArrayList<>();
        int end = name.length();
        int length = INDUSTRIES.before(name, end, from + BRAND);
        if (length == 0 && form.isEmpty() && end - from > BRAND) {
            length = ChineseForms.keptBefore(name, end);
            length = end - length < from + BRAND ? 0 : length;
            form = length == 0 ? form : ChineseForms.kind(name.substring(end - length));
        }
        while (length > 0) {
            words.add(name.substring(end - length, end));
            end -= length;
            length = INDUSTRIES.before(name, end, from + BRAND);
        }
        Collections.reverse(words);
        return new Industry(end, String.join(" ", words));
    }
}
