package org.mdmhub.sync.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a system knows of a record beside its master data, as somebody told the sandbox under {@code /sandbox/facts}:
 * {@code code}, {@code openReceivables} (an amount), {@code currency}, {@code openOrders} (how many) and
 * {@code lastTrade} (a day). Durable like all else here.
 */
final class Ledgers implements Closeable {

    private final Map<String, ObjectNode> facts = new ConcurrentHashMap<>();
    private final Journal journal;

    Ledgers(Path folder) throws IOException {
        journal = Journal.open(folder.resolve("facts"), line -> keep(Json.read(line)));
    }

    /** Replaces what was known of the record; false where the words name none. */
    boolean learn(JsonNode told) {
        if (told.path("code").asString("").isBlank()) {
            return false;
        }
        journal.append(Json.write(told));
        journal.settle();
        keep(told);
        return true;
    }

    private void keep(JsonNode told) {
        if (told instanceof ObjectNode fact) {
            facts.put(fact.path("code").asString(""), fact);
        }
    }

    /** Nothing where nobody told anything. */
    JsonNode of(String code) {
        ObjectNode fact = facts.get(code);
        return fact == null ? Json.object() : fact;
    }

    ArrayNode all() {
        ArrayNode all = Json.array();
        facts.values().forEach(all::add);
        return all;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
