package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.Bench.WrongOption;

/**
 * Many threads take codes of five scopes in a process that is killed at random and started again, its database with it;
 * at the end each code stands once in the ledger, and each number is explained.
 */
final class CodesBench {

    static final String NAME = "codes";

    private static final Duration LIMIT = Duration.ofMinutes(60);

    private final CodesOptions options;
    private final Path folder;
    private @Nullable Process worker;
    private boolean closed;

    private CodesBench(CodesOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** What a run found, as it is written to {@code target/bench/codes.json}. */
    record Report(
            String name,
            Machine machine,
            Instant at,
            CodesOptions options,
            double seconds,
            CodesProof proof,
            boolean held,
            List<CodesRace.Rate> rates) {}

    /** True where the proof held. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        CodesOptions options = CodesOptions.parse(words);
        Path folder = Files.createTempDirectory("mdm-bench-codes");
        CodesBench bench = new CodesBench(options, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        System.out.printf(
                "bench codes: %d codes over %d scopes (3 gapless, 2 fast), %d threads, %d kills, seed %d, on %s%n",
                options.codes(),
                CodesWorker.places(),
                options.threads(),
                options.kills(),
                options.seed(),
                Machine.here());
        Report report = bench.measure();
        print(report);
        System.out.println("written: " + Results.write(NAME, report));
        if (report.held()) {
            delete(folder);
        } else {
            System.out.println("the folder is kept: " + folder);
        }
        return report.held();
    }

    private Report measure() throws IOException, InterruptedException {
        Instant at = Instant.now();
        long begin = System.nanoTime();
        List<Killer.Moment> moments = Killer.moments(options.codes(), options.kills(), options.seed());
        spawn();
        for (Killer.Moment moment : moments) {
            awaitCodes(moment.rows());
            TimeUnit.MILLISECONDS.sleep(moment.millis());
            kill();
            System.out.printf("killed after %d codes%n", codes());
            spawn();
        }
        awaitCodes(options.codes());
        double seconds = (System.nanoTime() - begin) / 1e9;
        Process last = Objects.requireNonNull(worker);
        if (!last.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES) || last.exitValue() != 0) {
            throw new IOException("the worker did not end well; see " + folder.resolve("worker.log"));
        }
        CodesProof proof = CodesProof.read(folder);
        boolean enough = proof.acknowledged() >= options.codes();
        return new Report(
                NAME, Machine.here(), at, options, seconds, proof, enough && proof.held(), CodesRace.read(folder));
    }

    private long codes() throws IOException {
        Path file = folder.resolve(CodesWorker.ACKNOWLEDGED);
        return Files.exists(file) ? Files.size(file) / CodesWorker.LINE : 0;
    }

    private void awaitCodes(long many) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (codes() < many) {
            if (!Objects.requireNonNull(worker).isAlive() || System.nanoTime() > end) {
                throw new IOException("the worker ended or hangs; see " + folder.resolve("worker.log"));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private synchronized void spawn() throws IOException {
        if (closed) {
            throw new IOException("the benchmark was stopped");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CodesWorker.class.getName()));
        command.addAll(List.of(
                folder.toString(),
                String.valueOf(options.threads()),
                String.valueOf(options.codes()),
                String.valueOf(options.seed()),
                String.valueOf(options.seconds())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("worker.log").toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("MDM_DATABASE"));
        worker = builder.start();
    }

    /** SIGKILL; the database server that is left behind is ended by the next start. */
    private synchronized void kill() throws InterruptedException {
        Objects.requireNonNull(worker).destroyForcibly().waitFor();
    }

    private synchronized void close() {
        closed = true;
        Process running = worker;
        if (running != null) {
            running.destroy();
        }
    }

    private static void print(Report report) {
        CodesProof proof = report.proof();
        System.out.printf(Locale.ROOT, "%nseconds      %.1f with all restarts%n", report.seconds());
        System.out.printf("acknowledged %d, in the ledger %d%n", proof.acknowledged(), proof.inLedger());
        System.out.printf("rolled back  %d on purpose%n", proof.rolledBack());
        System.out.printf("duplicates   %d, lost %d%n", proof.duplicates(), proof.lost());
        System.out.printf("unexplained  %d numbers, %d gaps in gapless scopes%n", proof.unexplained(), proof.gaps());
        System.out.printf("in blocks    %d numbers of fast scopes come yet%n%n", proof.inBlocks());
        System.out.printf("%-20s %6s %12s%n", "way", "scopes", "codes/s");
        report.rates()
                .forEach(rate -> System.out.printf(
                        Locale.ROOT, "%-20s %6d %12.0f%n", rate.way(), rate.scopes(), rate.perSecond()));
        System.out.println(
                "proof: " + (report.held() ? "held" : "did not hold") + " over " + proof.scopes() + " scopes");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
