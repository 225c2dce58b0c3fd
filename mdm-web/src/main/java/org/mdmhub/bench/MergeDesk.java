package org.mdmhub.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Asks for merges and unmerges over REST, and approves them as somebody else. */
final class MergeDesk {

    private static final String REQUESTS = "/api/v1/change-requests";

    private final HubClient hub;

    MergeDesk(HubClient hub) {
        this.hub = hub;
    }

    /** What an approval took, in milliseconds, and the request that was approved. */
    record Done(String id, double millis) {}

    /** A new customer; its code. */
    String customer(Map<String, Object> fields) throws InterruptedException, TimeoutException {
        Done done = done(Map.of(
                "type", "customers",
                "kind", "CREATE",
                "orgUnit", "CN-EAST",
                "fields", fields,
                "reason", "bench",
                "submit", true));
        return request(done.id()).path("code").asString();
    }

    JsonNode preview(String survivor, List<String> others) throws InterruptedException, TimeoutException {
        return ok(hub.post(
                "steward",
                "/api/v1/merges/preview",
                UUID.randomUUID().toString(),
                Map.of("type", "customers", "survivor", survivor, "others", others)));
    }

    Done merge(String survivor, List<String> others, String hash) throws InterruptedException, TimeoutException {
        return done(Map.of(
                "type", "customers",
                "kind", "MERGE",
                "merge", Map.of("survivor", survivor, "others", others, "previewHash", hash),
                "reason", "bench",
                "submit", true));
    }

    Done unmerge(String mergeId) throws InterruptedException, TimeoutException {
        return done(
                Map.of("type", "customers", "kind", "UNMERGE", "mergeId", mergeId, "reason", "bench", "submit", true));
    }

    /** Approved, whoever has to. */
    private Done done(Map<String, Object> body) throws InterruptedException, TimeoutException {
        String id = ok(hub.post("requester", REQUESTS, UUID.randomUUID().toString(), body))
                .path("id")
                .asString();
        long begun = System.nanoTime();
        ok(hub.post(
                "steward", REQUESTS + "/" + id + "/approve", UUID.randomUUID().toString(), Map.of()));
        return new Done(id, (System.nanoTime() - begun) / 1e6);
    }

    /** Keys and fields of a customer, to be compared. */
    Map<String, JsonNode> state(String code) throws InterruptedException, TimeoutException {
        JsonNode record = ok(hub.get("requester", "/api/v1/customers/" + code));
        Map<String, JsonNode> state = new LinkedHashMap<>();
        List.of("status", "fields", "keys", "orgUnit").forEach(part -> state.put(part, record.path(part)));
        return state;
    }

    private JsonNode request(String id) throws InterruptedException, TimeoutException {
        return ok(hub.get("requester", REQUESTS + "/" + id));
    }

    private static JsonNode ok(HubClient.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("the hub said " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
