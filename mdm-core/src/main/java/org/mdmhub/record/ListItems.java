package org.mdmhub.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items of a list field: maps of neutral values with a stable {@code id}. */
public final class ListItems {

    /** The key of an item's stable id. */
    public static final String ID = "id";

    private ListItems() {}

    /** A neutral list value as what it is. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> cast(Object value) {
        return (List<Map<String, Object>>) value;
    }

    /** Items by id, in their order. */
    public static Map<String, Map<String, Object>> byId(List<Map<String, Object>> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        item -> String.valueOf(item.get(ID)), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The items with others added as they were written; one with an id that is there takes its place. */
    public static List<Object> added(List<Map<String, Object>> present, List<?> others) {
        Set<Object> replaced = new HashSet<>();
        others.forEach(other -> {
            if (other instanceof Map<?, ?> item && item.get(ID) != null) {
                replaced.add(item.get(ID));
            }
        });
        List<Object> items = new ArrayList<>(present);
        items.removeIf(item -> item instanceof Map<?, ?> map && replaced.contains(map.get(ID)));
        items.addAll(others);
        return items;
    }

    static List<Map<String, Object>> neutral(List<Field.Item> fields, List<Map<String, Object>> stored) {
        return stored.stream().map(item -> neutral(fields, item)).toList();
    }

    /** JSON gives numbers back in another class than they went in with. */
    private static Map<String, Object> neutral(List<Field.Item> fields, Map<String, Object> item) {
        Map<String, Object> neutral = new LinkedHashMap<>();
        Object id = item.get(ID);
        if (id != null) {
            neutral.put(ID, id);
        }
        for (Field.Item field : fields) {
            Object raw = item.get(field.key());
            Object value = raw == null ? null : field.kind().neutral(raw);
            if (value != null) {
                neutral.put(field.key(), value);
            }
        }
        return neutral;
    }
}
