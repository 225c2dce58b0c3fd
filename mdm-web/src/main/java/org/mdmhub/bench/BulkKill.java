package org.mdmhub.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mdmhub.bench.HubClient.Answer;
import tools.jackson.databind.JsonNode;

/** Kills the hub in the middle of a bulk approval, starts it again, and asks of each request what became of it. */
final class BulkKill {

    private static final int ITEMS = 500;
    private static final int KILL_AFTER = 150;
    private static final String WHO = "steward";

    private final HubProcess hub;
    private final HubClient client;

    BulkKill(HubProcess hub, HubClient client) {
        this.hub = hub;
        this.client = client;
    }

    /**
     * What became of it.
     *
     * @param atKill how many the report said were done when the hub was killed
     * @param torn requests whose state and report do not agree; none is right
     */
    record Outcome(int items, int atKill, int done, int refused, double restartSeconds, List<String> torn) {}

    Outcome run() throws IOException, InterruptedException, TimeoutException {
        List<Map<String, Object>> items = items();
        String report = client.post(
                        WHO,
                        "/api/v1/change-requests/bulk",
                        "bulk-kill-" + items.get(0).get("id"),
                        Map.of("verdict", "approve", "items", items, "comment", "as agreed"))
                .body()
                .path("id")
                .asString();
        int atKill = settled(report, KILL_AFTER).path("done").asInt();
        hub.kill();
        double seconds = hub.start().toMillis() / 1000.0;
        JsonNode ended = settled(report, items.size());
        return new Outcome(
                items.size(),
                atKill,
                ended.path("done").asInt(),
                ended.path("refused").asInt(),
                seconds,
                torn(ended));
    }

    private List<Map<String, Object>> items() throws InterruptedException, TimeoutException {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = "";
        while (items.size() < ITEMS && cursor != null) {
            JsonNode page = client.get(WHO, "/api/v1/change-requests?assignee=me&limit=200&cursor=" + cursor)
                    .body();
            for (JsonNode line : page.path("items")) {
                if (items.size() < ITEMS && line.path("kind").asString().equals("CREATE")) {
                    items.add(Map.of(
                            "id",
                            line.path("id").asString(),
                            "version",
                            line.path("version").asInt()));
                }
            }
            cursor =
                    page.path("nextCursor").isString() ? page.path("nextCursor").asString() : null;
        }
        return items;
    }

    /** The report once so many have an outcome, or all have. */
    private JsonNode settled(String report, int many) throws InterruptedException, TimeoutException {
        while (true) {
            JsonNode now = client.get(WHO, "/api/v1/bulks/" + report).body();
            if (now.path("done").asInt() + now.path("refused").asInt() >= many
                    || now.path("state").asString().equals("DONE")) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Done is wholly done: applied, with a record that has the code and one history entry; refused is not done at all. */
    private List<String> torn(JsonNode report) throws InterruptedException, TimeoutException {
        List<String> torn = new ArrayList<>();
        for (JsonNode item : report.path("items")) {
            String id = item.path("id").asString();
            String said = item.path("state").asString();
            JsonNode request = client.get(WHO, "/api/v1/change-requests/" + id).body();
            boolean applied = request.path("status").asString().equals("APPLIED");
            if (said.equals("DONE") != applied || said.equals("WAITING")) {
                torn.add(id + " is " + said + " and " + request.path("status").asString());
            } else if (applied && !whole(request.path("code").asString())) {
                torn.add(id + " is applied and its record is not whole");
            }
        }
        return torn;
    }

    private boolean whole(String code) throws InterruptedException, TimeoutException {
        Answer history = client.get(WHO, "/api/v1/customers/" + code + "/history");
        return history.status() == 200 && history.body().path("items").size() == 1;
    }
}
