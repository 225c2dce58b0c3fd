package org.mdmhub.sync.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for one product, on a port of this machine only. A process of its own by {@link #main}, or within a test
 * by {@link #start}. What it holds is in its folder, durably before it answers.
 */
public final class Sandbox implements AutoCloseable {

    private static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final long FIRST_ID = 100_001;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Shelf shelf;
    private final Ledgers ledgers;
    private final Gate gate;

    private Sandbox(HttpServer server, Shelf shelf, Ledgers ledgers, Dialect dialect, Runnable leave) {
        this.server = server;
        this.shelf = shelf;
        this.ledgers = ledgers;
        workers = Executors.newCachedThreadPool();
        Faults faults = new Faults(new Random());
        RequestLog log = new RequestLog();
        OwnEndpoints own = new OwnEndpoints(shelf, ledgers, dialect, faults, log, leave);
        gate = new Gate(dialect, faults, log, own, new FrontPage(shelf, dialect, faults, log));
        server.setExecutor(workers);
        server.createContext("/", gate);
        server.start();
    }

    /**
     * Arguments: {@code salesforce|kingdee PORT FOLDER [PARENT-PID]}. Credentials come from the environment,
     * {@code MDM_SANDBOX_CLIENT} and {@code MDM_SANDBOX_SECRET}.
     */
    public static void main(String[] arguments) {
        // without it each answer on a kept connection waits for a delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            run(arguments);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            System.err.println("The sandbox does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws IOException {
        if (arguments.length < 3 || arguments.length > 4) {
            throw new IllegalArgumentException("arguments are salesforce|kingdee PORT FOLDER [PARENT-PID]");
        }
        Sandbox sandbox = start(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Path.of(arguments[2]),
                environment("MDM_SANDBOX_CLIENT"),
                environment("MDM_SANDBOX_SECRET"),
                () -> System.exit(0));
        if (arguments.length == 4) {
            Orphan.watch(Long.parseLong(arguments[3]), sandbox, () -> System.exit(0));
        }
        System.out.println("The " + arguments[0] + " sandbox listens on port " + sandbox.port());
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    /**
     * Starts one within this process.
     *
     * @param kind {@code salesforce} or {@code kingdee}
     * @param port 0 for any free one
     * @param folder where it keeps what it holds; for nobody else at the same time
     * @param client client id; for Kingdee the app id, {@code <clientId>_<secret part>}
     * @param secret client secret; for Kingdee the app secret
     * @throws IOException where the port or the folder is in use
     */
    public static Sandbox start(String kind, int port, Path folder, String client, String secret) throws IOException {
        return start(kind, port, folder, client, secret, () -> {});
    }

    private static Sandbox start(String kind, int port, Path folder, String client, String secret, Runnable leave)
            throws IOException {
        HttpServer server = listen(port);
        Shelf shelf = null;
        Ledgers ledgers = null;
        try {
            shelf = new Shelf(folder, FIRST_ID);
            ledgers = new Ledgers(folder);
            return new Sandbox(server, shelf, ledgers, dialect(kind, client, secret, shelf, ledgers), leave);
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            if (ledgers != null) {
                ledgers.close();
            }
            if (shelf != null) {
                shelf.close();
            }
            throw e;
        }
    }

    private static HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new IOException("the port " + port + " is taken", e);
        }
    }

    private static Dialect dialect(String kind, String client, String secret, Shelf shelf, Ledgers ledgers) {
        Clock clock = Clock.systemUTC();
        return switch (kind) {
            case "salesforce" -> new SalesforceDialect(new SalesforceTokens(client, secret, clock, TOKEN_LIFE), shelf);
            case "kingdee" -> new KingdeeDialect(new KingdeeSignature(client, secret, clock), shelf, ledgers);
            default -> throw new IllegalArgumentException("there is no sandbox for " + kind);
        };
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    Duration idle() {
        return gate.idle();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        try {
            shelf.close();
            ledgers.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
