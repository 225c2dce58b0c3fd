package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one merge lays over its survivor. Taking the layer away takes the merge back, whatever was laid over it since.
 *
 * @param from field key to the number of the member whose value is shown
 * @param values field key to a value that a steward typed; null is shown as none
 * @param out list key, then {@code member/itemId} of an item that is not shown, to the id of the item that says the
 *     same, empty where it is not shown in any case
 * @param ids list key, then {@code member/itemId} of an item, to the id by which it is shown, where its own is taken
 * @param added list key to items that the merge itself brings
 * @param order list key to ids in the order in which somebody put them since
 */
record Layer(
        Map<String, Long> from,
        Map<String, @Nullable Object> values,
        Map<String, Map<String, String>> out,
        Map<String, Map<String, String>> ids,
        Map<String, List<Map<String, Object>>> added,
        Map<String, List<String>> order) {

    static Layer empty() {
        return new Layer(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    static String item(long member, String id) {
        return member + "/" + id;
    }

    void leaveOut(String list, long member, String id, String equal) {
        out.computeIfAbsent(list, key -> new LinkedHashMap<>()).put(item(member, id), equal);
    }

    void rename(String list, long member, String id, String shown) {
        ids.computeIfAbsent(list, key -> new LinkedHashMap<>()).put(item(member, id), shown);
    }

    void add(String list, Map<String, Object> item) {
        added.computeIfAbsent(list, key -> new ArrayList<>()).add(item);
    }

    /** The id of the item that says the same, empty where none does, null where the item is shown. */
    @Nullable
    String leftOut(String list, long member, String id) {
        return out.getOrDefault(list, Map.of()).get(item(member, id));
    }

    String shownId(String list, long member, String id) {
        return ids.getOrDefault(list, Map.of()).getOrDefault(item(member, id), id);
    }
}
