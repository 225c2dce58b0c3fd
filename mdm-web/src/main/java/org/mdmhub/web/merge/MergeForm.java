package org.mdmhub.web.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeChoice;

/**
 * What somebody says on the merge screen; what he does not say is left to the rules.
 *
 * @param codes of the records, in the order of their columns
 * @param survivor code of the one that stays, one of them
 * @param picks field to the code of the record whose value he takes
 * @param typed field to a value of his own as he typed it; blank clears
 * @param without items of lists that he leaves out
 * @param seen code to the version of the record that he looked at
 * @param hash of what he was shown, empty where he was shown nothing yet
 * @param whole code of the record that he takes as it is, empty for none
 * @param back the page that he came from, empty where it is not known
 */
public record MergeForm(
        String type,
        List<String> codes,
        String survivor,
        Map<String, String> picks,
        Map<String, String> typed,
        Set<String> without,
        Map<String, Integer> seen,
        String hash,
        String whole,
        String reasonCode,
        String reason,
        String back) {

    /** Stands for a value of one's own where a column's code could stand. */
    public static final String OWN = "=";

    private static final String PICK = "pick.";
    private static final int LONGEST_PLACE = 1000;

    /** As it opens. */
    static MergeForm opened(String type, List<String> codes, String back) {
        List<String> each = each(codes);
        return new MergeForm(
                type,
                each,
                each.isEmpty() ? "" : each.get(0),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                "",
                "",
                "",
                "",
                place(back));
    }

    static MergeForm posted(Map<String, String[]> params) {
        List<String> codes = each(Arrays.asList(params.getOrDefault("codes", new String[0])));
        String survivor = text(params, "survivor");
        Map<String, String> picks = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        named(params, PICK, (field, picked) -> {
            String own = text(params, "value." + field);
            boolean left = picked.equals(text(params, "auto." + field));
            if (picked.equals(OWN) || (left && !own.isBlank())) {
                typed.put(field, own);
            } else if (!left && codes.contains(picked)) {
                picks.put(field, picked);
            }
        });
        Set<String> without = new TreeSet<>(Arrays.asList(params.getOrDefault("item", new String[0])));
        Arrays.asList(params.getOrDefault("take", new String[0])).forEach(without::remove);
        Map<String, Integer> seen = new LinkedHashMap<>();
        named(params, "seen.", (code, version) -> {
            if (version.matches("\\d{1,9}")) {
                seen.put(code, Integer.parseInt(version));
            }
        });
        return new MergeForm(
                text(params, "type"),
                codes,
                codes.contains(survivor) || codes.isEmpty() ? survivor : codes.get(0),
                picks,
                typed,
                without,
                seen,
                text(params, "hash"),
                codes.contains(text(params, "whole")) ? text(params, "whole") : "",
                text(params, "reasonCode"),
                text(params, "reason").strip().replace("\0", ""),
                place(text(params, "back")));
    }

    private static void named(Map<String, String[]> params, String prefix, BiConsumer<String, String> taker) {
        params.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> taker.accept(name.substring(prefix.length()), text(params, name)));
    }

    private static String text(Map<String, String[]> params, String name) {
        String[] sent = params.get(name);
        return sent == null || sent.length == 0 ? "" : sent[0];
    }

    /** Codes one by one, each once, however they are parted. */
    private static List<String> each(List<String> codes) {
        Set<String> each = new LinkedHashSet<>();
        codes.forEach(text -> Arrays.stream(text.split("[\\s,;，；、]+"))
                .filter(code -> !code.isEmpty())
                .forEach(each::add));
        return List.copyOf(each);
    }

    /** Only a page of the hub itself. */
    static String place(@Nullable String back) {
        boolean ours = back != null
                && back.length() <= LONGEST_PLACE
                && back.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*")
                && !back.startsWith("/merges");
        return ours ? String.valueOf(back) : "";
    }

    List<String> others() {
        List<String> others = new ArrayList<>(codes);
        others.remove(survivor);
        return others;
    }

    MergeChoice choice(Map<String, @Nullable Object> values) {
        return new MergeChoice(survivor, others(), picks, values, without);
    }

    /** The same with one record taken as it is. */
    MergeForm taking(Map<String, String> all, Set<String> leftOut) {
        return new MergeForm(type, codes, survivor, all, Map.of(), leftOut, seen, hash, "", reasonCode, reason, back);
    }
}
