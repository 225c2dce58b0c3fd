package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mdmhub.bench.Bench.WrongOption;

/** Real registrations go down the whole road over REST: asked for, approved, delivered to both sandboxes. */
final class RoadBench {

    static final String NAME = "road";

    private static final int WORKERS = 4;
    // generous: it ends a run that hangs, and no other
    private static final Duration LIMIT_BASE = Duration.ofMinutes(10);

    private final RoadOptions options;
    private final List<Registration> rows;
    private final HubProcess hub;
    private final Duration limit;

    private RoadBench(RoadOptions options, List<Registration> rows, HubProcess hub) {
        this.options = options;
        this.rows = rows;
        this.hub = hub;
        this.limit = LIMIT_BASE.plusSeconds(rows.size()).plusMinutes(options.kills());
    }

    /** True where the proof held. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        RoadOptions options = RoadOptions.parse(words);
        List<Registration> rows = Registration.read(options.data(), options.rows());
        Path folder = Files.createTempDirectory("mdm-bench-road");
        HubProcess hub = new HubProcess(folder, options.port());
        Thread leave = new Thread(hub::close);
        Runtime.getRuntime().addShutdownHook(leave);
        boolean held = false;
        try (hub) {
            System.out.printf(
                    "bench road: the first %d rows of %s, %d kills, seed %d, %d workers, on %s%n",
                    rows.size(),
                    options.data().getFileName(),
                    options.kills(),
                    options.seed(),
                    WORKERS,
                    Machine.here());
            RoadReport report = new RoadBench(options, rows, hub).measure();
            report.print(System.out);
            System.out.println("written: " + Results.write(NAME, report));
            held = report.proof().held();
        } finally {
            if (held && !options.keep()) {
                delete(folder);
            } else {
                System.out.println("the hub's folder is kept: " + folder);
            }
        }
        return held;
    }

    private RoadReport measure() throws IOException, InterruptedException {
        hub.start();
        Instant at = Instant.now();
        long begin = System.nanoTime();
        HubClient client = new HubClient(options.port(), limit);
        DeliveryWatch watch = new DeliveryWatch(client);
        Drive drive = new Drive(client, watch, rows, options.seed());
        List<String> broken = new ArrayList<>();
        List<Duration> restarts = drive(drive, watch, client, broken);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // of a run that broke off there is nothing to prove
        List<String> failures = broken.isEmpty() ? failures(drive) : broken;
        List<Stage> stages =
                Stream.concat(drive.stages().stream(), watch.stages().stream()).toList();
        return new RoadReport(
                NAME,
                Machine.here(),
                at,
                rows.size(),
                options.seed(),
                options.kills(),
                seconds,
                stages,
                drive.refused(),
                drive.duplicates(),
                client.repeats(),
                restarts.stream().map(time -> time.toMillis() / 1000.0).toList(),
                new RoadReport.Proof(failures.isEmpty(), drive.approved().size(), failures));
    }

    /** Runs workers, watch and killer to their end. */
    private List<Duration> drive(Drive drive, DeliveryWatch watch, HubClient client, List<String> broken)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        var moments = Killer.moments(rows.size(), options.kills(), options.seed());
        Future<List<Duration>> killer = threads.submit(() -> {
            try {
                return new Killer(hub, moments, drive::finished).call();
            } catch (IOException e) {
                client.giveUp();
                throw e;
            }
        });
        Future<Boolean> watching = threads.submit(watch);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(threads.submit(() -> {
                drive.work();
                return true;
            }));
        }
        for (Future<?> worker : workers) {
            await(worker, true, broken);
        }
        List<Duration> restarts = await(killer, List.of(), broken);
        watch.noMore();
        await(watching, false, broken);
        threads.shutdownNow();
        return restarts;
    }

    private static <T> T await(Future<? extends T> task, T otherwise, List<String> broken) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            broken.add("the run broke off: " + e.getCause());
            return otherwise;
        }
    }

    private List<String> failures(Drive drive) throws InterruptedException {
        try {
            return RoadProof.failures(new Inspection(options.port(), limit).look(drive.approved(), drive.odd()));
        } catch (TimeoutException e) {
            return List.of("the hub could not be inspected: " + e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
