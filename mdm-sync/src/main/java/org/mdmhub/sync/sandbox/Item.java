package org.mdmhub.sync.sandbox;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record that a sandbox holds. Never changed once it is on the shelf.
 *
 * @param id running number, the root of the product's own id
 * @param kind object or form that it belongs to
 * @param number the key that the product looks it up by
 * @param document all else, in the product's words
 * @param at when it came in like this
 */
record Item(long id, String kind, String number, ObjectNode document, Instant at) {

    String line() {
        return Json.write(Json.object()
                .put("id", id)
                .put("kind", kind)
                .put("number", number)
                .put("at", at.toString())
                .set("document", document));
    }

    static Item parse(String line) {
        JsonNode json = Json.read(line);
        if (!(json.path("document") instanceof ObjectNode document)) {
            throw new IllegalStateException("the journal holds a line that is not a record");
        }
        return new Item(
                json.path("id").asLong(),
                json.path("kind").asString(),
                json.path("number").asString(),
                document,
                Instant.parse(json.path("at").asString(Instant.EPOCH.toString())));
    }
}
