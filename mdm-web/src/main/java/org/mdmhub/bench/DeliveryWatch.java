package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mdmhub.bench.Stage.Sample;

/** Asks the hub about every approved code until it says that all targets have it. */
final class DeliveryWatch implements Callable<Boolean> {

    static final List<String> TARGETS = List.of("crm", "erp");

    private static final long PAUSE_MILLIS = 25;

    private final HubClient client;
    private final Map<String, Expected> open = new LinkedHashMap<>();
    private final Map<String, List<Sample>> seen = new TreeMap<>();
    private boolean noMore;

    DeliveryWatch(HubClient client) {
        this.client = client;
        TARGETS.forEach(target -> seen.put(target, new ArrayList<>()));
    }

    private record Expected(long approvedAt, List<String> missing) {}

    /** From now on it is looked for. */
    synchronized void expect(String code) {
        open.put(code, new Expected(System.nanoTime(), new ArrayList<>(TARGETS)));
    }

    /** Nothing more comes; the watch ends with the last that is open. */
    synchronized void noMore() {
        noMore = true;
    }

    @Override
    public Boolean call() throws InterruptedException, TimeoutException {
        while (!done()) {
            for (String code : outstanding()) {
                look(code);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private void look(String code) throws InterruptedException, TimeoutException {
        var answer = client.get("integrator", "/api/v1/deliveries?type=customers&code=" + code);
        long now = System.nanoTime();
        answer.body().path("items").forEach(lane -> {
            if (lane.path("state").asString("").equals("DELIVERED")) {
                delivered(code, lane.path("target").asString(""), now);
            }
        });
    }

    private synchronized void delivered(String code, String target, long now) {
        Expected expected = open.get(code);
        List<Sample> samples = seen.get(target);
        if (expected != null && samples != null && expected.missing().remove(target)) {
            samples.add(new Sample(expected.approvedAt(), now));
            if (expected.missing().isEmpty()) {
                open.remove(code);
            }
        }
    }

    private synchronized boolean done() {
        return noMore && open.isEmpty();
    }

    private synchronized List<String> outstanding() {
        return List.copyOf(open.keySet());
    }

    synchronized List<Stage> stages() {
        return seen.entrySet().stream()
                .map(target -> Stage.of("delivered " + target.getKey(), target.getValue()))
                .toList();
    }
}
