package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mdmhub.reference.WordList;

/** Legal forms of companies, which are not what tells them apart. Words for a branch or an office do and stay. */
final class LegalForms {

    private static final int LONGEST_WORDS = 6;
    private static final Pattern PART_OF_A_WHOLE = Pattern.compile("[分支子](公司|厂)$");
    private static final Set<String> SPACED = new HashSet<>();
    private static final List<String> CHINESE = new ArrayList<>();

    static {
        for (String line : WordList.read("/matching/legal-forms.txt")) {
            String form = NameKey.words(line);
            if (form.codePoints().anyMatch(Character::isIdeographic)) {
                CHINESE.add(form.replace(" ", ""));
            } else {
                SPACED.add(form);
            }
        }
        CHINESE.sort(Comparator.comparing(String::length).reversed());
    }

    private LegalForms() {}

    /** The words without legal forms, which may leave nothing. */
    static String strip(String words) {
        return stripSpaced(stripChinese(words));
    }

    private static String stripChinese(String words) {
        String rest = words;
        for (String form : CHINESE) {
            if (form.length() > 3) {
                // inside a name only before the name of a branch
                rest = rest.replace(form, " ");
            }
        }
        rest = rest.strip();
        for (String form : CHINESE) {
            if (rest.endsWith(form) && !PART_OF_A_WHOLE.matcher(rest).find()) {
                rest = rest.substring(0, rest.length() - form.length()).strip();
            }
        }
        return rest;
    }

    private static String stripSpaced(String words) {
        List<String> rest = new ArrayList<>(List.of(words.split(" ")));
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int length = Math.min(LONGEST_WORDS, rest.size()); length > 0 && !shorter; length--) {
                List<String> tail = rest.subList(rest.size() - length, rest.size());
                if (SPACED.contains(String.join(" ", tail))) {
                    tail.clear();
                    shorter = true;
                }
            }
        }
        return String.join(" ", rest);
    }
}
