package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether anything was lost: each history, read from its first entry, finds under each change the value that the change says
 * it replaces, ends in the present record, and holds of each request what its last approver was shown.
 */
final class StewardsProof {

    private final HubClient client;
    private final Map<String, JsonNode> shown;
    private final List<String> failures = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private int entries;

    private StewardsProof(HubClient client, Map<String, JsonNode> shown) {
        this.client = client;
        this.shown = shown;
    }

    /** What was found; {@code entries} of all histories. */
    record Found(int entries, List<String> failures) {}

    static Found of(HubClient client, Desk.Floor floor) throws InterruptedException, TimeoutException {
        StewardsProof proof = new StewardsProof(client, floor.shown());
        for (String code : floor.codes()) {
            proof.replay(code);
        }
        for (String id : floor.shown().keySet()) {
            if (!proof.met.contains(id)) {
                proof.failures.add("the applied request " + id + " is in no history");
            }
        }
        return new Found(proof.entries, proof.failures);
    }

    private void replay(String code) throws InterruptedException, TimeoutException {
        List<JsonNode> history = client.all("auditor", "/api/v1/customers/" + code + "/history");
        Map<String, JsonNode> state = new HashMap<>();
        for (int i = history.size() - 1; i >= 0; i--) {
            JsonNode entry = history.get(i);
            entries++;
            signed(code, entry);
            for (JsonNode change : entry.path("changes")) {
                String field = change.path("field").asString();
                JsonNode before = state.get(field);
                if (!same(before, change.path("old"))) {
                    failures.add(
                            code + " " + field + " held " + before + ", its change replaces " + change.path("old"));
                }
                state.put(field, change.path("new"));
            }
        }
        ends(code, state, history.size());
    }

    private void ends(String code, Map<String, JsonNode> state, int changes)
            throws InterruptedException, TimeoutException {
        JsonNode record = client.get("auditor", "/api/v1/customers/" + code).body();
        if (record.path("version").asInt() != changes) {
            failures.add(code + " has version " + record.path("version") + " and " + changes + " entries");
        }
        state.forEach((field, value) -> {
            if (!same(value, record.path("fields").path(field))) {
                failures.add(code + " " + field + " is " + record.path("fields").path(field) + ", its history says "
                        + value);
            }
        });
    }

    private void signed(String code, JsonNode entry) {
        String id = entry.path("requestId").asString("");
        if (!met.add(id)) {
            failures.add("the request " + id + " stands twice in histories, lastly of " + code);
        }
        entry.path("approvedBy").forEach(by -> {
            if (by.equals(entry.path("who"))) {
                failures.add(code + ": " + by + " approved his own request " + id);
            }
        });
        JsonNode seen = shown.get(id);
        if (seen != null && !changes(seen).equals(changes(entry.path("changes")))) {
            failures.add(code + ": approved was " + changes(seen) + ", applied is " + changes(entry.path("changes")));
        }
    }

    private static Map<String, List<String>> changes(JsonNode changes) {
        Map<String, List<String>> all = new HashMap<>();
        changes.forEach(change -> all.put(
                change.path("field").asString(),
                List.of(change.path("old").toString(), change.path("new").toString())));
        return all;
    }

    /** A field without a value is left out of a record. */
    private static boolean same(@Nullable JsonNode one, JsonNode other) {
        return one == null || one.isNull() || one.isMissingNode()
                ? other.isNull() || other.isMissingNode()
                : one.equals(other);
    }
}
