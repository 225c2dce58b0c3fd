package org.mdmhub.sync.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The records of a Salesforce org, found by one external id that is unique there. */
final class SalesforceRecords {

    static final String EXTERNAL_ID = "MDM_Id__c";

    private static final Map<String, String> PREFIX = Map.of("Account", "001", "Product2", "01t");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private final Fields fields = Fields.of("salesforce");
    private final Shelf shelf;

    SalesforceRecords(Shelf shelf) {
        this.shelf = shelf;
    }

    boolean knows(String object) {
        return fields.knows(object);
    }

    Reply get(String object, String number) {
        return shelf.find(object, number)
                .map(item -> Reply.json(200, shown(item)))
                .orElseGet(SalesforceErrors::notFound);
    }

    Reply upsert(String object, String number, Call call) {
        if (!(Json.read(call.body()) instanceof ObjectNode sent)) {
            return SalesforceErrors.unreadable("Unexpected character or end of input");
        }
        Reply wrong = wrong(object, sent);
        return wrong != null
                ? wrong
                : shelf.exclusively(() -> store(
                        object, number, sent, "true".equals(call.parameters().get("updateOnly"))));
    }

    private @Nullable Reply wrong(String object, ObjectNode sent) {
        for (var field : sent.properties()) {
            String name = field.getKey();
            if (name.equals(EXTERNAL_ID) || name.equals("Id")) {
                return SalesforceErrors.idInBody(name);
            }
            if (!fields.names(object).contains(name)) {
                return SalesforceErrors.unknownField(object, name);
            }
            if (field.getValue().isContainer()) {
                return SalesforceErrors.unreadable("Cannot deserialize instance of string from START_"
                        + (field.getValue().isArray() ? "ARRAY" : "OBJECT") + " value for " + name);
            }
        }
        return null;
    }

    private Reply store(String object, String number, ObjectNode sent, boolean updateOnly) {
        Optional<Item> held = shelf.find(object, number);
        if (held.isEmpty() && updateOnly) {
            return SalesforceErrors.notFound();
        }
        ObjectNode document = held.map(item -> item.document().deepCopy())
                .orElseGet(() -> Json.object().put("CreatedDate", now()));
        document.setAll(sent);
        List<String> missing = fields.required(object).stream()
                .filter(name -> blank(document.path(name)))
                .toList();
        if (!missing.isEmpty()) {
            return SalesforceErrors.required(missing);
        }
        document.put("LastModifiedDate", now()).put("SystemModstamp", now());
        Item stored = held.map(item -> shelf.change(item, item.number(), document))
                .orElseGet(() -> shelf.add(object, number, document));
        return done(stored, held.isEmpty());
    }

    private static Reply done(Item stored, boolean created) {
        ObjectNode body = Json.object().put("id", id(stored)).put("success", true);
        body.putArray("errors");
        return Reply.json(created ? 201 : 200, body.put("created", created));
    }

    ObjectNode shown(Item item) {
        ObjectNode shown = Json.object();
        shown.putObject("attributes")
                .put("type", item.kind())
                .put("url", "/services/data/v64.0/sobjects/" + item.kind() + "/" + id(item));
        shown.put("Id", id(item)).put(EXTERNAL_ID, item.number());
        shown.setAll(item.document());
        return shown;
    }

    /** 15 characters and the 3 that follow from their upper-case letters, of which there are none. */
    private static String id(Item item) {
        return PREFIX.getOrDefault(item.kind(), "a00") + "%012d".formatted(item.id()) + "AAA";
    }

    private static boolean blank(JsonNode value) {
        return value.asString("").isBlank();
    }

    private static String now() {
        return TIME.format(Instant.now());
    }
}
