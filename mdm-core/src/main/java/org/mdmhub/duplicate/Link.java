package org.mdmhub.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * How two records are tied together that are not the same.
 *
 * @param on code of the record that the link is written into
 * @param kind of its item in {@code relations}; SUCCESSOR of a type without relations is its field of that name
 * @param to code of the other
 */
public record Link(String on, String kind, String to) {

    private static final String RELATIONS = "relations";
    private static final String SUCCESSOR = "successor";

    /** What is asked for of the record; {@code list} where its type keeps links in a list. */
    public Map<String, @Nullable Object> fields(boolean list, FieldValues present) {
        if (!list) {
            return new LinkedHashMap<>(Map.of(SUCCESSOR, to));
        }
        List<Map<String, Object>> items = new ArrayList<>(present.list(RELATIONS));
        boolean there = items.stream()
                .anyMatch(
                        item -> kind.equals(item.get("kind")) && to.equals(item.get("code")) && item.get("to") == null);
        if (!there) {
            items.add(Map.of("kind", kind, "code", to));
        }
        return new LinkedHashMap<>(Map.of(RELATIONS, items));
    }

    /** Whether a type keeps its links in a list. */
    static boolean inList(List<String> keys) {
        return keys.contains(RELATIONS);
    }
}
