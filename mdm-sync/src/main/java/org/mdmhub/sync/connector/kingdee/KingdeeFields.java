package org.mdmhub.sync.connector.kingdee;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the fields that an update may touch: without them it would empty what other people keep there. */
final class KingdeeFields {

    private KingdeeFields() {}

    static List<String> names(Map<String, Object> model) {
        Set<String> names = new LinkedHashSet<>();
        collect(model, names);
        return List.copyOf(names);
    }

    private static void collect(Map<?, ?> document, Set<String> names) {
        document.forEach((name, value) -> {
            names.add(String.valueOf(name));
            if (value instanceof Map<?, ?> inner && !reference(inner)) {
                collect(inner, names);
            } else if (value instanceof List<?> entries) {
                entries.forEach(entry -> {
                    if (entry instanceof Map<?, ?> fields) {
                        collect(fields, names);
                    }
                });
            }
        });
    }

    /** {@code {"FNumber": …}} points to base data; anything longer is a part of the document. */
    private static boolean reference(Map<?, ?> document) {
        return document.size() == 1 && document.containsKey("FNumber");
    }
}
