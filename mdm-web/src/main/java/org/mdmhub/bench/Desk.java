package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.HubClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One person who does random things to records that others work on at the same moment: asks, edits, sends, approves whole or
 * by field, returns, rejects, withdraws. What he was shown when he approved is kept for the proof.
 */
final class Desk {

    private static final String API = "/api/v1";
    private static final String REQUESTS = API + "/change-requests";
    // wrong on purpose now and then: an old version, an old mark
    private static final int SOMETIMES = 5;

    private final HubClient client;
    private final String login;
    private final Random random;
    private final Floor floor;

    /** @param seed this and the person's number make what he tries the same in each run */
    Desk(HubClient client, String login, long seed, Floor floor) {
        this.client = client;
        this.login = login;
        this.random = new Random(seed);
        this.floor = floor;
    }

    /**
     * What all share.
     *
     * @param codes of the records
     * @param open ids of requests that may still be open
     * @param shown the diff that was on the approver's screen, by the id of the request
     * @param answers how often the hub gave which answer to which deed
     * @param odd answers that should not be
     */
    record Floor(
            List<String> codes,
            List<String> open,
            ConcurrentMap<String, JsonNode> shown,
            ConcurrentMap<String, Integer> answers,
            List<String> odd) {}

    void act() throws InterruptedException, TimeoutException {
        String id = some(floor.open());
        int dice = random.nextInt(100);
        if (id == null || dice < 40) {
            ask();
        } else if (dice < 75) {
            approve(id, dice < 50);
        } else if (dice < 80) {
            decide(id, "return", Map.of("comment", "mend it", "fields", List.of("website")));
        } else if (dice < 83) {
            decide(id, "reject", Map.of("comment", "not wanted"));
        } else if (dice < 86) {
            note("withdraw", client.post(login, REQUESTS + "/" + id + "/withdraw", key(), Map.of()));
        } else {
            edit(id);
        }
    }

    private void ask() throws InterruptedException, TimeoutException {
        String code = floor.codes().get(random.nextInt(floor.codes().size()));
        int version = client.get(login, API + "/customers/" + code)
                .body()
                .path("version")
                .asInt();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "customers");
        body.put("kind", "UPDATE");
        body.put("code", code);
        body.put("baseVersion", sometimes() ? Math.max(1, version - 1) : version);
        body.put("fields", fields());
        body.put("reason", "random work of " + login);
        body.put("submit", random.nextInt(10) > 0);
        Answer answer = client.post(login, REQUESTS, key(), body);
        note("ask", answer);
        if (answer.status() == 201) {
            floor.open().add(answer.body().path("id").asString());
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String text = Integer.toString(random.nextInt(1_000_000), 36);
            switch (random.nextInt(6)) {
                case 0 -> fields.put("website", text + ".example");
                case 1 -> fields.put("email", text + "@example.com");
                case 2 -> fields.put("shortName", "简称" + text);
                case 3 -> fields.put("street", text + "号");
                case 4 -> fields.put("invoiceTitle", "抬头" + text);
                default -> fields.put("creditLimit", 1 + random.nextInt(2_000_000));
            }
        }
        return fields;
    }

    /** Looks, then approves just what was looked at, all of it or one field. */
    private void approve(String id, boolean oneField) throws InterruptedException, TimeoutException {
        Answer seen = client.get(login, REQUESTS + "/" + id);
        JsonNode diff = seen.body().path("diff");
        List<String> named = new ArrayList<>();
        if (oneField && diff.size() > 1) {
            named.add(diff.get(random.nextInt(diff.size())).path("field").asString());
        }
        Answer answer = client.change(
                "POST",
                login,
                REQUESTS + "/" + id + "/approve",
                mark(seen),
                Map.of("fields", named, "comment", "agreed"));
        note(named.isEmpty() ? "approve" : "approve a field", answer);
        if (answer.status() == 200) {
            if (answer.body().path("status").asString("").equals("APPLIED")) {
                floor.shown().put(id, only(diff, named));
            }
            if (answer.body().path("remainderId").isString()) {
                floor.open().add(answer.body().path("remainderId").asString());
            }
        }
    }

    /** Of what was shown the part that he named; none named is all of it. */
    private static JsonNode only(JsonNode diff, List<String> named) {
        ArrayNode part = JsonNodeFactory.instance.arrayNode();
        diff.forEach(change -> {
            if (named.isEmpty() || named.contains(change.path("field").asString())) {
                part.add(change);
            }
        });
        return part;
    }

    private void decide(String id, String verdict, Map<String, Object> said)
            throws InterruptedException, TimeoutException {
        Answer seen = client.get(login, REQUESTS + "/" + id);
        note(verdict, client.change("POST", login, REQUESTS + "/" + id + "/" + verdict, mark(seen), said));
    }

    private void edit(String id) throws InterruptedException, TimeoutException {
        Answer seen = client.get(login, REQUESTS + "/" + id);
        Answer edited = client.change("PUT", login, REQUESTS + "/" + id, mark(seen), Map.of("fields", fields()));
        note("edit", edited);
        if (edited.status() == 200) {
            note("submit", client.post(login, REQUESTS + "/" + id + "/submit", key(), Map.of()));
        }
    }

    private String mark(Answer seen) {
        return sometimes() || seen.etag().isEmpty() ? "\"1\"" : seen.etag();
    }

    private boolean sometimes() {
        return random.nextInt(SOMETIMES * SOMETIMES) == 0;
    }

    private @Nullable String some(List<String> list) {
        int many = list.size();
        // the young ones are where people meet
        return many == 0 ? null : list.get(Math.max(0, many - 1 - random.nextInt(60)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Refusals are part of the work; a failure of the hub, or a conflict that is not called one, is not. */
    private void note(String deed, Answer answer) {
        String what = answer.status() < 300 ? String.valueOf(answer.status()) : answer.status() + " " + answer.code();
        floor.answers().merge(deed + ": " + what, 1, Integer::sum);
        boolean usual = answer.status() < 300
                || List.of(403, 409, 412).contains(answer.status())
                || (answer.status() == 422 && List.of("noChange", "invalid").contains(answer.code()));
        if (!usual) {
            floor.odd().add(deed + " was answered " + what + ": " + answer.body());
        }
    }
}
