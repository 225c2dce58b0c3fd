package org.mdmhub.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.mdmhub.sync.sandbox.Sandbox;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo's CRM and ERP, each a process of its own, so that it outlives a hub that is killed as a real system would.
 * Their credentials are made once for a folder and kept beside their data.
 */
@Component
@Profile("demo")
class Sandboxes implements DisposableBean {

    // one that cannot start ends, which is seen at once; on a busy machine one that can may take its time
    private static final Duration TO_LISTEN = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    Sandboxes(@Value("${mdm.data}") Path data, @Value("${server.port}") int port) {
        this.folder = data.resolve("sandbox").toAbsolutePath();
        this.port = port;
    }

    /** Login of the hub at one sandbox. */
    record Credentials(String client, String secret) {}

    Credentials start(String kind, String name, int offset) {
        Credentials credentials = credentials(name);
        try {
            Files.createDirectories(folder.resolve(name));
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Sandbox.class.getName(),
                    kind,
                    String.valueOf(port + offset),
                    folder.resolve(name).toString(),
                    String.valueOf(ProcessHandle.current().pid()));
            builder.environment().put("MDM_SANDBOX_CLIENT", credentials.client());
            builder.environment().put("MDM_SANDBOX_SECRET", credentials.secret());
            Path log = folder.resolve(name + ".log");
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Process process = builder.start();
            processes.add(process);
            awaitListening(name, process, log, port + offset);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox " + name + " cannot start in " + folder, e);
        }
        return credentials;
    }

    private static void awaitListening(String name, Process process, Path log, int port) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long end = System.nanoTime() + TO_LISTEN.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                client.send(health, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("the sandbox " + name + " does not listen on port " + port + "; see " + log);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Credentials credentials(String name) {
        Path file = folder.resolve(name + ".credentials");
        try {
            Files.createDirectories(folder);
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    kept.load(in);
                }
            } else {
                kept.setProperty("client", "demo-" + name + "_" + random());
                kept.setProperty("secret", random());
                try (var out = Files.newBufferedWriter(file)) {
                    kept.store(out, "the hub's login at the sandbox " + name);
                }
            }
            return new Credentials(kept.getProperty("client"), kept.getProperty("secret"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void destroy() {
        processes.forEach(Process::destroy);
    }
}
