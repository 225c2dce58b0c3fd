package org.mdmhub.sync.sandbox;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the model of a Save goes into a document. */
final class KingdeeModel {

    static final String ENTRY_ID = "FEntryID";

    private KingdeeModel() {}

    /** Writes what {@code NeedUpDateFields} names in an update, all where it names nothing. */
    static void write(ObjectNode document, ObjectNode model, JsonNode data, boolean update) {
        Set<String> named = data.path("NeedUpDateFields")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        boolean replace = !data.path("IsDeleteEntry").asString("true").equals("false");
        model.properties().stream()
                .filter(field -> !update || named.isEmpty() || named.contains(field.getKey()))
                .forEach(field -> write(document, field.getKey(), field.getValue(), replace));
    }

    private static void write(ObjectNode document, String name, JsonNode value, boolean replace) {
        if (value instanceof ArrayNode entries) {
            document.set(name, entries(document.path(name), entries, replace));
        } else if (value instanceof ObjectNode part && document.path(name) instanceof ObjectNode before) {
            before.setAll(part);
        } else {
            document.set(name, value);
        }
    }

    private static ArrayNode entries(JsonNode before, ArrayNode sent, boolean replace) {
        ArrayNode entries = Json.array();
        if (!replace) {
            before.forEach(entries::add);
        }
        entries.addAll(sent);
        // new rows differ from those of the list before, whether or not these stay
        long last = before.valueStream()
                .mapToLong(row -> row.path(ENTRY_ID).asLong(0))
                .max()
                .orElse(0);
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode row && !row.has(ENTRY_ID)) {
                row.put(ENTRY_ID, ++last);
            }
        }
        return entries;
    }
}
