package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.reference.WordList;

/** Takes a name without Chinese characters apart: words, country or city, industry, legal form. */
final class LatinName {

    private static final Set<String> INDUSTRIES = new HashSet<>();
    private static final Set<String> BRANCHES = Set.of(
            "branch",
            "zweigniederlassung",
            "niederlassung",
            "succursale",
            "sucursal",
            "filiale",
            "filial",
            "vestiging");
    private static final Set<String> EMPTY = Set.of("the", "and", "und", "et", "y", "e", "og", "och", "i");
    private static final Set<String> BOUND = Set.of("of", "de", "du", "di", "da", "von", "for", "in");

    static {
        for (String line : WordList.read("/matching/latin-industries.txt")) {
            INDUSTRIES.addAll(Arrays.asList(line.split(" ", -1)));
        }
    }

    private final List<String> regions = new ArrayList<>();
    private final List<String> words;
    /** Words of places that stood in brackets. */
    private final Set<String> places = new HashSet<>();

    private final String full;
    private String form = "";
    private String branch = "";

    private LatinName(String folded) {
        String latin = Fold.latin(folded);
        full = Fold.join(latin.equals(folded) || Fold.join(latin).isEmpty() ? folded : latin);
        words = words(latin);
    }

    static CompanyName of(String folded) {
        return new LatinName(folded).parts();
    }

    private CompanyName parts() {
        String kind = LatinForms.cut(words);
        form = form.isEmpty() ? kind : form;
        if (words.size() > 1) {
            words.removeIf(EMPTY::contains);
        }
        List<String> told = List.copyOf(words);
        cutBranch();
        if (!words.isEmpty()) {
            cutRegions();
        }
        String industry = cutIndustry();
        String core = String.join("", told);
        return new CompanyName(
                full,
                core.isEmpty() ? full : core,
                String.join(" ", regions.stream().sorted().distinct().toList()),
                String.join(" ", words),
                industry,
                form,
                branch,
                Numerals.only(full),
                told);
    }

    private List<String> words(String latin) {
        List<String> all = new ArrayList<>();
        int at = 0;
        while (at < latin.length()) {
            int open = latin.indexOf('(', at);
            int close = open < 0 ? -1 : latin.indexOf(')', open);
            split(latin.substring(at, open < 0 ? latin.length() : open), all);
            if (open < 0) {
                break;
            }
            int end = close < 0 ? latin.length() : close;
            bracket(latin.substring(open + 1, end).strip(), all);
            at = end + 1;
        }
        return all;
    }

    private void bracket(String inside, List<String> all) {
        String place = Countries.place(inside);
        String kind = LatinForms.kind(inside);
        if (!place.isEmpty() && !all.isEmpty()) {
            regions.add(place);
            int from = all.size();
            split(inside, all);
            places.addAll(all.subList(from, all.size()));
        } else if (!kind.isEmpty() && !all.isEmpty()) {
            form = form.isEmpty() ? kind : form;
        } else {
            split(inside, all);
        }
    }

    private static void split(String text, List<String> into) {
        for (String word : text.replace('(', ' ').replace(')', ' ').split(" ", -1)) {
            if (!word.isEmpty()) {
                into.add(word);
            }
        }
    }

    /** Branch of what stands behind the word, or just before it. */
    private void cutBranch() {
        for (int i = 1; i < words.size(); i++) {
            if (BRANCHES.contains(words.get(i))) {
                int from = i + 1 < words.size() || i == 1 ? i : i - 1;
                List<String> part = words.subList(from, words.size());
                branch = String.join(
                                " ",
                                part.stream()
                                        .filter(word -> !BRANCHES.contains(word))
                                        .toList()) + " branch";
                branch = branch.strip();
                part.clear();
                return;
            }
        }
    }

    private void cutRegions() {
        words.subList(1, words.size()).removeIf(places::contains);
        int last = words.size() - 1;
        if (last >= 1 && !Countries.place(words.get(last)).isEmpty() && !BOUND.contains(words.get(last - 1))) {
            regions.add(Countries.place(words.remove(last)));
        }
        if (words.size() > 2 && !Countries.city(words.get(0)).isEmpty()) {
            regions.add(Countries.city(words.remove(0)));
        }
    }

    private String cutIndustry() {
        int from = words.size();
        while (from > 1 && INDUSTRIES.contains(words.get(from - 1)) && !BOUND.contains(words.get(from - 2))) {
            from--;
        }
        List<String> industry = words.subList(from, words.size());
        String text = String.join(" ", industry);
        industry.clear();
        return text;
    }
}
