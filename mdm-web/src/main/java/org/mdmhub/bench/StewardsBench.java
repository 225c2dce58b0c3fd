package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.mdmhub.bench.Bench.WrongOption;

/** Several people do random things to the same records at once; at the end nothing may be lost or be other than approved. */
final class StewardsBench {

    static final String NAME = "stewards";

    private static final Duration LIMIT = Duration.ofMinutes(90);
    private static final List<String> LOGINS =
            List.of("requester", "steward", "steward2", "lead", "lead2", "finance", "steward", "lead");

    private StewardsBench() {}

    /** What a run found, as it is written to {@code target/bench/stewards.json}. */
    record Report(
            String name,
            Machine machine,
            Instant at,
            StewardsOptions options,
            double seconds,
            Map<String, Integer> answers,
            int applied,
            int historyEntries,
            List<String> failures) {}

    /** True where nothing was lost. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        StewardsOptions options = StewardsOptions.parse(words);
        Path folder = Files.createTempDirectory("mdm-bench-stewards");
        HubProcess hub = new HubProcess(folder, options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
        System.out.printf(
                "bench stewards: %d operations of %d people on %d records, seed %d, on %s%n",
                options.operations(), options.people(), options.records(), options.seed(), Machine.here());
        try (hub) {
            hub.start();
            Report report = measure(options, new HubClient(options.port(), LIMIT));
            print(report);
            System.out.println("written: " + Results.write(NAME, report));
            return report.failures().isEmpty();
        } catch (TimeoutException e) {
            throw new IOException("the hub no longer answers; see " + hub.log(), e);
        }
    }

    private static Report measure(StewardsOptions options, HubClient client)
            throws InterruptedException, TimeoutException {
        Desk.Floor floor = new Desk.Floor(
                records(client, options.records()),
                new CopyOnWriteArrayList<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                Collections.synchronizedList(new ArrayList<>()));
        Instant at = Instant.now();
        long begin = System.nanoTime();
        List<String> failures = new ArrayList<>(work(options, client, floor));
        double seconds = (System.nanoTime() - begin) / 1e9;
        failures.addAll(floor.odd());
        StewardsProof.Found found = StewardsProof.of(client, floor);
        failures.addAll(found.failures());
        return new Report(
                NAME,
                Machine.here(),
                at,
                options,
                seconds,
                new TreeMap<>(floor.answers()),
                floor.shown().size(),
                found.entries(),
                failures);
    }

    private static List<String> work(StewardsOptions options, HubClient client, Desk.Floor floor)
            throws InterruptedException {
        AtomicInteger left = new AtomicInteger(options.operations());
        ExecutorService threads = Executors.newFixedThreadPool(options.people());
        List<Future<?>> people = new ArrayList<>();
        for (int i = 0; i < options.people(); i++) {
            Desk desk = new Desk(client, LOGINS.get(i % LOGINS.size()), options.seed() + i, floor);
            people.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    desk.act();
                }
                return true;
            }));
        }
        List<String> broken = new ArrayList<>();
        for (Future<?> person : people) {
            try {
                person.get();
            } catch (ExecutionException e) {
                broken.add("the run broke off: " + e.getCause());
            }
        }
        threads.shutdownNow();
        return broken;
    }

    private static List<String> records(HubClient client, int many) throws InterruptedException, TimeoutException {
        List<String> codes = new ArrayList<>();
        Invention invention = new Invention(many);
        for (int i = 0; i < many; i++) {
            Map<String, Object> ask = Map.of(
                    "type", "customers",
                    "kind", "CREATE",
                    "orgUnit", "CN-EAST",
                    "fields", invention.customer(),
                    "reason", "a record to work on",
                    "submit", true);
            String key = UUID.randomUUID().toString();
            String id = client.post("requester", "/api/v1/change-requests", key, ask)
                    .body()
                    .path("id")
                    .asString();
            HubClient.Answer done = client.post(
                    "steward",
                    "/api/v1/change-requests/" + id + "/approve",
                    UUID.randomUUID().toString(),
                    Map.of());
            codes.add(done.body().path("code").asString());
        }
        return codes;
    }

    private static void print(Report report) {
        report.answers().forEach((what, times) -> System.out.printf("%-48s %7d%n", what, times));
        System.out.printf(
                "%d operations in %.0f s; %d changes applied as they were shown, %d history entries replayed%n",
                report.options().operations(), report.seconds(), report.applied(), report.historyEntries());
        report.failures().stream().limit(20).forEach(line -> System.out.println("FAILED     " + line));
        System.out.printf(
                "proof: %s, seed %d%n",
                report.failures().isEmpty() ? "held" : "did not hold",
                report.options().seed());
    }
}
