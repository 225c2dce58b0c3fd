package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.Bench.WrongOption;

/** How quick the inbox is with very many open requests, for people who see few, half and all of them. */
final class InboxBench {

    static final String NAME = "inbox";

    // a steward of one organisation, a lead of all, and finance, for whom little waits
    private static final List<String> PEOPLE = List.of("steward", "lead", "finance");
    private static final int CUSTOMERS = 20_000;
    private static final int MATERIAL = 500;
    private static final int PAUSE_MS = 150;
    private static final long WARM_UP_SECONDS = 25;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final InboxOptions options;
    private final Path folder;
    private final HubProcess hub;
    private final Map<InboxPage, List<Double>> times = new EnumMap<>(InboxPage.class);
    private final Map<InboxPage, Long> bytes = new EnumMap<>(InboxPage.class);
    private final Map<String, Integer> errors = new TreeMap<>();
    private volatile long measuredFrom;

    private InboxBench(InboxOptions options, Path folder, HubProcess hub) {
        this.options = options;
        this.folder = folder;
        this.hub = hub;
    }

    /** True where every page was answered, every list goes by an index and a killed bulk left nothing torn. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        InboxOptions options = InboxOptions.parse(words);
        Path kept = options.data();
        Path folder = kept == null
                ? Files.createTempDirectory("mdm-bench-inbox")
                : Files.createDirectories(kept.toAbsolutePath());
        HubProcess hub = new HubProcess(folder, options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
        try (hub) {
            System.out.printf(
                    "bench inbox: %d requests, %s, %d s, on %s%n",
                    options.requests(), PEOPLE, options.seconds(), Machine.here());
            hub.start();
            InboxReport report = new InboxBench(options, folder, hub).measure();
            report.print(System.out);
            System.out.println("written: " + report.write());
            return report.failures().isEmpty() && report.errors().isEmpty();
        } catch (SQLException | TimeoutException e) {
            throw new IOException("the inbox could not be measured: " + e.getMessage(), e);
        } finally {
            if (kept == null) {
                hub.close();
                PagesBench.delete(folder);
            }
        }
    }

    private InboxReport measure() throws IOException, InterruptedException, SQLException, TimeoutException {
        Instant at = Instant.now();
        try (Laying laying = Laying.on(folder.resolve("data"))) {
            int waiting = laid(laying);
            List<InboxPlans.Plan> plans = new InboxPlans(laying.connection()).all();
            Page.Material material = laying.material(MATERIAL);
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            Map<String, Long> before = scans(laying);
            people(material);
            // statistics are told a second later
            TimeUnit.SECONDS.sleep(2);
            Map<String, Long> scans = scans(laying);
            scans.replaceAll((table, many) -> many - before.getOrDefault(table, 0L));
            BulkKill.Outcome bulk =
                    options.kill() ? new BulkKill(hub, new HubClient(options.port(), LIMIT)).run() : null;
            return new InboxReport(
                    NAME,
                    Machine.here(),
                    at,
                    waiting,
                    options.seconds(),
                    load,
                    pages(),
                    plans,
                    scans,
                    bulk,
                    errors,
                    failures(plans, bulk));
        }
    }

    private int laid(Laying laying) throws SQLException, IOException {
        int waiting = laying.waiting();
        if (waiting >= options.requests() * 0.9) {
            return waiting;
        }
        long begin = System.nanoTime();
        laying.lay(CUSTOMERS, options.requests());
        int mixed = laying.mix();
        System.out.printf("laid in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        return mixed;
    }

    private static Map<String, Long> scans(Laying laying) throws SQLException {
        Map<String, Long> scans = new TreeMap<>();
        for (String table : List.of("change_request", "open_step")) {
            scans.put(table, laying.scans(table));
        }
        return scans;
    }

    /** All go round through all pages until the time is over. */
    private void people(Page.Material material) throws IOException, InterruptedException {
        List<Visitor> visitors = new ArrayList<>();
        for (String login : PEOPLE) {
            Visitor visitor = new Visitor(options.port());
            visitor.logIn(login);
            visitors.add(visitor);
        }
        measuredFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        long end = measuredFrom + TimeUnit.SECONDS.toNanos(options.seconds());
        ExecutorService threads = Executors.newFixedThreadPool(visitors.size());
        List<Future<?>> going = new ArrayList<>();
        for (int i = 0; i < visitors.size(); i++) {
            Visitor visitor = visitors.get(i);
            Random random = new Random(i);
            going.add(threads.submit(() -> {
                walk(visitor, material, random, end);
                return true;
            }));
        }
        threads.shutdown();
        for (Future<?> one : going) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IOException("somebody could not go on: " + e.getCause(), e);
            }
        }
    }

    private void walk(Visitor visitor, Page.Material material, Random random, long end)
            throws InterruptedException, IOException {
        InboxPage[] pages = InboxPage.values();
        for (int i = random.nextInt(pages.length); System.nanoTime() < end; i++) {
            Thread.sleep(PAUSE_MS + random.nextInt(PAUSE_MS));
            InboxPage page = pages[i % pages.length];
            String path = page.path(material, random);
            long begin = System.nanoTime();
            Visitor.Seen seen = visitor.get(path, page.fragment());
            note(page, begin, System.nanoTime(), seen);
        }
    }

    private synchronized void note(InboxPage page, long begin, long end, Visitor.Seen seen) {
        if (seen.status() != 200) {
            errors.merge(page.title() + ": " + seen.status(), 1, Integer::sum);
        } else if (begin >= measuredFrom) {
            times.computeIfAbsent(page, key -> new ArrayList<>()).add((end - begin) / 1e6);
            bytes.merge(page, (long) seen.bytes(), Long::sum);
        }
    }

    private List<PageTimes> pages() {
        return times.entrySet().stream()
                .map(page -> PageTimes.of(
                        page.getKey().title(),
                        InboxPage.AIM_MS,
                        page.getValue(),
                        bytes.getOrDefault(page.getKey(), 0L)))
                .toList();
    }

    private static List<String> failures(List<InboxPlans.Plan> plans, BulkKill.@Nullable Outcome bulk) {
        List<String> failures = new ArrayList<>();
        plans.stream()
                .filter(plan -> !plan.whole().isEmpty())
                .forEach(plan -> failures.add(plan.query() + " reads " + plan.whole() + " as a whole"));
        if (bulk != null) {
            bulk.torn().forEach(torn -> failures.add("torn by the kill: " + torn));
        }
        return failures;
    }
}
