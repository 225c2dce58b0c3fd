package org.mdmhub.web.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.Bench;
import org.springframework.boot.SpringApplication;

/**
 * What the launcher was asked for.
 *
 * @param command demo, start or bench
 * @param rest words and options that the command reads itself
 */
public record CommandLine(
        String command, int port, @Nullable Path data, List<String> rest) {

    private static final int DEFAULT_PORT = 8080;
    private static final int SANDBOXES = 2;

    /** Reads the words after {@code ./mdm}. */
    public static CommandLine parse(String[] args) {
        if (args.length == 0) {
            throw new CannotStart("no command; one of demo, start, bench");
        }
        if (args[0].equals("bench")) {
            return new CommandLine("bench", DEFAULT_PORT, null, List.of(args).subList(1, args.length));
        }
        int port = DEFAULT_PORT;
        Path data = null;
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--port")) {
                port = port(value(args, ++i));
            } else if (args[i].equals("--data")) {
                data = Path.of(value(args, ++i));
            } else {
                throw new CannotStart("unknown option " + args[i] + "; see ./mdm --help");
            }
        }
        return new CommandLine(args[0], port, data, List.of());
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            throw new CannotStart("the option " + args[i - 1] + " needs a value");
        }
        return args[i];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65_535 - SANDBOXES) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CannotStart("--port " + text + " is not a number");
        }
        throw new CannotStart("--port " + text + " is out of range; choose one between 1 and " + (65_535 - SANDBOXES));
    }

    /** Does what was asked for; a hub runs until it is stopped. */
    public void run(Class<?> application) {
        switch (command) {
            case "demo" -> start(application, true);
            case "start" -> start(application, false);
            case "bench" -> System.exit(Bench.run(rest));
            default -> throw new CannotStart("unknown command " + command + "; one of demo, start, bench");
        }
    }

    private void start(Class<?> application, boolean demo) {
        Path folder = data != null ? data : Path.of("data", demo ? "demo" : "hub");
        UnknownKeys.warn(System.getenv().keySet());
        Ports.mustBeFree(port);
        if (demo) {
            Ports.askOrphanToLeave(port + 1);
            Ports.askOrphanToLeave(port + 2);
            Ports.mustBeFree(port + 1);
            Ports.mustBeFree(port + 2);
        }
        SpringApplication hub = new SpringApplication(application);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("mdm.data", folder.toString());
        settings.put("mdm.database.folder", folder.toString());
        hub.setDefaultProperties(settings);
        if (demo) {
            hub.setAdditionalProfiles("demo");
        }
        try {
            hub.run();
        } catch (RuntimeException | Error e) {
            throw new CannotStart(StartFailure.explain(e, folder));
        }
    }
}
