package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.mdmhub.bench.HubClient.Answer;
import org.mdmhub.bench.Observations.Approved;
import org.mdmhub.bench.Stage.Sample;

/** Brings the rows down the road; several workers share one drive. */
final class Drive {

    private final HubClient client;
    private final DeliveryWatch watch;
    private final List<Registration> rows;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final List<Sample> asks = new ArrayList<>();
    private final List<Sample> approvals = new ArrayList<>();
    private final List<Approved> approved = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> odd = new ArrayList<>();
    private int duplicates;

    Drive(HubClient client, DeliveryWatch watch, List<Registration> rows, long seed) {
        this.client = client;
        this.watch = watch;
        this.rows = rows;
        this.seed = seed;
    }

    /** A worker: takes rows until there are none. */
    void work() throws InterruptedException, TimeoutException {
        for (int row = next.getAndIncrement(); row < rows.size(); row = next.getAndIncrement()) {
            bring(row);
            finished.incrementAndGet();
        }
    }

    private void bring(int row) throws InterruptedException, TimeoutException {
        String reason = "road " + seed + ", row " + (row + 1);
        long begin = System.nanoTime();
        Answer asked = client.post("requester", "/api/v1/change-requests", key("ask", row), body(row, reason));
        note(asks, begin);
        if (asked.status() != 201) {
            refused(row, asked);
            return;
        }
        String address = "/api/v1/change-requests/" + asked.body().path("id").asString() + "/approve";
        begin = System.nanoTime();
        Answer decided = client.post("steward", address, key("approve", row), Map.of());
        note(approvals, begin);
        decided(row, reason, decided);
    }

    private Map<String, Object> body(int row, String reason) {
        return Map.of(
                "type",
                "customers",
                "kind",
                "CREATE",
                "orgUnit",
                "CN-EAST",
                "fields",
                rows.get(row).fields(),
                "reason",
                reason,
                "submit",
                true);
    }

    private String key(String what, int row) {
        return "road-" + seed + "-" + what + "-" + (row + 1);
    }

    private synchronized void note(List<Sample> stage, long begin) {
        stage.add(new Sample(begin, System.nanoTime()));
    }

    private synchronized void refused(int row, Answer asked) {
        if (asked.status() == 422) {
            asked.body()
                    .path("errors")
                    .forEach(error -> refused.merge(
                            error.path("pointer").asString("") + " "
                                    + error.path("code").asString(""),
                            1,
                            Integer::sum));
        } else {
            odd(row, "asked", asked);
        }
    }

    private synchronized void decided(int row, String reason, Answer decided) {
        String status = decided.body().path("status").asString("");
        if (decided.status() == 200 && status.equals("APPLIED")) {
            approved.add(new Approved(decided.code(), reason));
            watch.expect(decided.code());
        } else if (decided.status() == 409 && decided.code().equals("duplicate")) {
            duplicates++;
        } else {
            odd(row, "approved", decided);
        }
    }

    private void odd(int row, String what, Answer answer) {
        odd.add("row " + (row + 1) + " " + what + ": " + answer.status() + " " + answer.code());
    }

    int finished() {
        return finished.get();
    }

    synchronized List<Stage> stages() {
        return List.of(Stage.of("ask", asks), Stage.of("approve", approvals));
    }

    synchronized List<Approved> approved() {
        return List.copyOf(approved);
    }

    synchronized Map<String, Integer> refused() {
        return new TreeMap<>(refused);
    }

    synchronized List<String> odd() {
        return List.copyOf(odd);
    }

    synchronized int duplicates() {
        return duplicates;
    }
}
