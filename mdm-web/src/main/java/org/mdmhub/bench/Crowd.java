package org.mdmhub.bench;

import java.io.IOException;
import java.time.Duration;
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
import java.util.function.Supplier;

/** People who go through the pages at the same time, each with a session of his own and thinking in between. */
final class Crowd {

    private static final List<String> LOGINS = List.of("steward", "lead", "requester", "steward2", "lead2", "auditor");
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int LEAST_THOUGHT_MS = 500;
    private static final int MOST_THOUGHT_MS = 1500;

    private final PagesOptions options;
    private final Page.Material material;
    private final Map<Page, List<Double>> times = new EnumMap<>(Page.class);
    private final Map<Page, Long> bytes = new EnumMap<>(Page.class);
    private final Map<String, Integer> errors = new TreeMap<>();
    private final Supplier<Duration> cpu;
    private volatile long measuredFrom;
    private double cpuMs;

    /** @param cpu processor time that the hub took so far */
    Crowd(PagesOptions options, Page.Material material, Supplier<Duration> cpu) {
        this.options = options;
        this.material = material;
        this.cpu = cpu;
    }

    /** All go until the time is over. */
    List<PageTimes> go() throws InterruptedException, IOException {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < options.people(); i++) {
            Visitor visitor = new Visitor(options.port());
            visitor.logIn(LOGINS.get(i % LOGINS.size()));
            visitors.add(visitor);
        }
        measuredFrom = System.nanoTime() + WARM_UP.toNanos();
        long end = measuredFrom + TimeUnit.SECONDS.toNanos(options.seconds());
        ExecutorService threads = Executors.newFixedThreadPool(options.people());
        List<Future<?>> going = new ArrayList<>();
        for (int i = 0; i < visitors.size(); i++) {
            Visitor visitor = visitors.get(i);
            Random random = new Random(i);
            going.add(threads.submit(() -> {
                walk(visitor, random, end);
                return true;
            }));
        }
        threads.shutdown();
        TimeUnit.NANOSECONDS.sleep(measuredFrom - System.nanoTime());
        Duration before = cpu.get();
        for (Future<?> one : going) {
            await(one);
        }
        cpuMs = cpu.get().minus(before).toNanos() / 1e6;
        return times.entrySet().stream()
                .map(page -> PageTimes.of(page.getKey(), page.getValue(), bytes.getOrDefault(page.getKey(), 0L)))
                .toList();
    }

    private static void await(Future<?> one) throws InterruptedException, IOException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IOException("somebody could not go on: " + e.getCause(), e);
        }
    }

    private void walk(Visitor visitor, Random random, long end) throws InterruptedException, IOException {
        while (System.nanoTime() < end) {
            Thread.sleep(LEAST_THOUGHT_MS + random.nextInt(MOST_THOUGHT_MS - LEAST_THOUGHT_MS));
            Page page = Page.any(random);
            String path = page.path(material, random);
            long begin = System.nanoTime();
            Visitor.Seen seen = visitor.get(path, page.fragment());
            note(page, begin, System.nanoTime(), seen);
        }
    }

    private synchronized void note(Page page, long begin, long end, Visitor.Seen seen) {
        if (seen.status() != 200) {
            errors.merge(page.title() + ": " + seen.status(), 1, Integer::sum);
        } else if (begin >= measuredFrom) {
            times.computeIfAbsent(page, key -> new ArrayList<>()).add((end - begin) / 1e6);
            bytes.merge(page, (long) seen.bytes(), Long::sum);
        }
    }

    /** Of all calls that were measured. */
    double cpuMsPerCall() {
        int calls = times.values().stream().mapToInt(List::size).sum();
        return calls == 0 ? 0 : cpuMs / calls;
    }

    /** What was not answered with a page, and how often, warm-up included. */
    synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }
}
