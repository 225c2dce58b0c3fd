package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.mdmhub.bench.Observations.Approved;
import org.mdmhub.bench.Observations.Entry;
import tools.jackson.databind.JsonNode;

/** Reads, after the run, what hub and sandboxes hold. */
final class Inspection {

    private static final Pattern CODE = Pattern.compile("C\\d{9}");
    private static final String READER = "auditor";

    private final int port;
    private final java.time.Duration limit;

    Inspection(int port, java.time.Duration limit) {
        this.port = port;
        this.limit = limit;
    }

    Observations look(List<Approved> approved, List<String> odd) throws InterruptedException, TimeoutException {
        HubClient hub = new HubClient(port, limit);
        List<String> ledger = hub.all(READER, "/api/v1/customers").stream()
                .map(customer -> customer.path("code").asString(""))
                .toList();
        Map<String, Map<String, Integer>> held = new LinkedHashMap<>();
        for (String target : DeliveryWatch.TARGETS) {
            int sandbox = port + 1 + DeliveryWatch.TARGETS.indexOf(target);
            held.put(
                    target,
                    held(new HubClient(sandbox, limit)
                            .get(READER, "/sandbox/records")
                            .body()));
        }
        Map<String, List<Entry>> histories = new HashMap<>();
        for (Approved row : approved) {
            String address = "/api/v1/customers/" + row.code() + "/history";
            histories.put(row.code(), entries(hub.get(READER, address).body()));
        }
        return new Observations(approved, ledger, held, histories, odd);
    }

    /** An element holds a code where one of its own fields is that code; a dialect may well write it into two. */
    private static Map<String, Integer> held(JsonNode records) {
        Map<String, Integer> held = new HashMap<>();
        for (JsonNode element : records) {
            Set<String> codes = new HashSet<>();
            for (JsonNode value : element) {
                if (value.isString() && CODE.matcher(value.asString()).matches()) {
                    codes.add(value.asString());
                }
            }
            codes.forEach(code -> held.merge(code, 1, Integer::sum));
        }
        return held;
    }

    private static List<Entry> entries(JsonNode page) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : page.path("items")) {
            List<String> approvedBy = new ArrayList<>();
            entry.path("approvedBy").forEach(who -> approvedBy.add(who.asString()));
            entries.add(new Entry(
                    entry.path("who").asString(""),
                    approvedBy,
                    entry.path("why").asString("")));
        }
        return entries;
    }
}
