package org.mdmhub.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a steward says of a merge.
 *
 * @param survivor code of the record that stays
 * @param others codes of those that are merged into it, in the order of the screen
 * @param picks field key to the code of the member whose value it takes; of a list: whose items alone it takes
 * @param values field key to a value of his own, raw; null clears
 * @param without items of lists that are left out, each as {@code field/code/itemId}
 * @param rules field key to the rule by which the hub itself picked when it was asked for; not of a steward's own picks
 */
public record MergeChoice(
        String survivor,
        List<String> others,
        Map<String, String> picks,
        Map<String, @Nullable Object> values,
        Set<String> without,
        Map<String, String> rules) {

    public MergeChoice {
        others = List.copyOf(others);
        picks = new LinkedHashMap<>(picks);
        values = new LinkedHashMap<>(values);
        without = new TreeSet<>(without);
        rules = new LinkedHashMap<>(rules);
    }

    public MergeChoice(
            String survivor,
            List<String> others,
            Map<String, String> picks,
            Map<String, @Nullable Object> values,
            Set<String> without) {
        this(survivor, others, picks, values, without, Map.of());
    }

    /** The same with other values of the steward's own. */
    public MergeChoice typing(Map<String, @Nullable Object> others) {
        return new MergeChoice(survivor, this.others, picks, others, without, rules);
    }

    /** By the rules alone. */
    public static MergeChoice of(String survivor, List<String> others) {
        return new MergeChoice(survivor, others, Map.of(), Map.of(), Set.of());
    }

    public static String item(String field, String code, String id) {
        return field + "/" + code + "/" + id;
    }
}
