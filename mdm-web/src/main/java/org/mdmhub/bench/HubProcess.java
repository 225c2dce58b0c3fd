package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A demo hub of our own: a child process on a folder and a port, to be killed and started again. */
final class HubProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final long TO_STOP_SECONDS = 60;
    private static final String MAIN_CLASS = "org.mdmhub.MdmHub";

    private final Path folder;
    private final int port;
    private @Nullable Process process;
    private boolean closed;

    HubProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    Path log() {
        return folder.resolve("hub.log");
    }

    /**
     * Starts it and waits until it is healthy.
     *
     * @return how long that took
     * @throws IOException where it ends or does not become healthy
     */
    Duration start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process started = spawn();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        while (System.nanoTime() - begin < TO_START.toNanos()) {
            if (!started.isAlive()) {
                throw new IOException("the hub ended: " + lastLine() + "; see " + log());
            }
            if (healthy(client)) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("the hub is not healthy after " + TO_START.toSeconds() + " s; see " + log());
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return lines.isEmpty() ? "without a word" : lines.get(lines.size() - 1);
    }

    private synchronized Process spawn() throws IOException {
        if (closed) {
            throw new IOException("the benchmark was stopped");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the memory and collector that the launcher chose for us are the hub's too
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), MAIN_CLASS));
        command.addAll(List.of("demo", "--port", String.valueOf(port)));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // its database is its own, whatever the caller's hub uses
        builder.environment().keySet().removeIf(key -> key.startsWith("MDM_DATABASE"));
        Process started = builder.start();
        process = started;
        return started;
    }

    private boolean healthy(HttpClient client) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Processor time that the hub and its database took so far. */
    synchronized Duration cpu() {
        Process running = process;
        return running == null
                ? Duration.ZERO
                : Stream.concat(Stream.of(running.toHandle()), database())
                        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus);
    }

    /** The database server is nobody's child; it says itself which process it is. */
    private Stream<ProcessHandle> database() {
        try {
            Path file = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0).strip()))
                    .stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** SIGKILL: nothing of the hub runs on; its database server and sandboxes do. */
    synchronized void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Asks it to stop and waits; it is not started again. */
    @Override
    public synchronized void close() {
        closed = true;
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
