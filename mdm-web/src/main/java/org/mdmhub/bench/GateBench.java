package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.bench.HubClient.Answer;
import tools.jackson.databind.JsonNode;

/** What sixty rules cost at the gate, and how long it takes to try one on all records. */
final class GateBench {

    static final String NAME = "gate";

    private static final double MOST_MICROS = 1000;
    private static final double MOST_SECONDS = 30;
    private static final long LOOK_MILLIS = 200;
    private static final String OPEN = "WAITING RUNNING";
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final HubClient client;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private int calls;

    private GateBench(int port) {
        this.client = new HubClient(port, LIMIT);
    }

    /** True where the median of the gate and every trial keep their aims. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        PagesOptions options = PagesOptions.parse(words);
        Path kept = options.data();
        Path folder = kept == null
                ? Files.createTempDirectory("mdm-bench-gate")
                : Files.createDirectories(kept.toAbsolutePath());
        HubProcess hub = new HubProcess(folder, options.port());
        Thread leave = new Thread(hub::close);
        Runtime.getRuntime().addShutdownHook(leave);
        try (hub) {
            System.out.printf("bench gate: %d customers, on %s%n", options.customers(), Machine.here());
            hub.start();
            GateReport report = new GateBench(options.port()).measure(folder, options.customers());
            report.print(System.out);
            System.out.println("written: " + Results.write(NAME, report));
            return report.failures().isEmpty();
        } catch (SQLException e) {
            throw new IOException("the customers could not be laid: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(e);
        } finally {
            if (kept == null) {
                hub.close();
                PagesBench.delete(folder);
            }
        }
    }

    private GateReport measure(Path folder, int wanted)
            throws IOException, InterruptedException, SQLException, TimeoutException {
        Instant at = Instant.now();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int customers;
        try (Laying laying = Laying.on(folder.resolve("data"))) {
            if (laying.customers() < wanted) {
                laying.lay(wanted - laying.customers(), 0);
            }
            customers = laying.customers();
        }
        retireAll();
        List<GateReport.Trial> trials = trials();
        List<GateCore.Times> gate = new ArrayList<>();
        try (GateCore core = new GateCore(Laying.address(folder.resolve("data")))) {
            gate.add(core.measure("built-in checks alone"));
            approve(GateRules.plain());
            gate.add(core.measure("with rules that ask no database"));
            approve(GateRules.unique());
            awaitFilled();
            gate.add(core.measure("with all rules"));
        }
        return new GateReport(NAME, Machine.here(), at, customers, load, gate, trials, failures(gate, trials));
    }

    private static List<String> failures(List<GateCore.Times> gate, List<GateReport.Trial> trials) {
        List<String> failures = new ArrayList<>();
        GateCore.Times all = gate.get(gate.size() - 1);
        if (all.p50() >= MOST_MICROS) {
            failures.add("the gate takes " + all.p50() + " us at the median, aim " + MOST_MICROS);
        }
        trials.stream()
                .filter(trial -> trial.seconds() > MOST_SECONDS)
                .forEach(trial -> failures.add("the trial of " + trial.rule() + " took " + trial.seconds() + " s"));
        return failures;
    }

    private void retireAll() throws InterruptedException, TimeoutException {
        for (JsonNode rule : client.get("lead", "/api/v1/rules").body().path("items")) {
            decided(Map.of(
                    "type", "rules", "kind", "RETIRE", "code", rule.path("key").asString(), "reason", "bench"));
        }
    }

    private void approve(List<Map<String, Object>> rules) throws InterruptedException, TimeoutException {
        for (Map<String, Object> rule : rules) {
            String key = "bench." + run + "." + calls;
            decided(Map.of("type", "rules", "kind", "CREATE", "code", key, "fields", rule, "reason", "bench"));
        }
    }

    /** One lead asks, the other approves. */
    private void decided(Map<String, Object> ask) throws InterruptedException, TimeoutException {
        Map<String, Object> body = new HashMap<>(ask);
        body.put("submit", true);
        Answer asked = client.post("lead", "/api/v1/change-requests", run + "-" + calls++, body);
        String id = asked.body().path("id").asString("");
        Answer approved =
                client.post("lead2", "/api/v1/change-requests/" + id + "/approve", run + "-" + calls++, Map.of());
        if (approved.status() != 200) {
            throw new IllegalStateException(ask + ": " + asked.body() + " " + approved.body());
        }
    }

    private List<GateReport.Trial> trials() throws InterruptedException, TimeoutException {
        List<GateReport.Trial> trials = new ArrayList<>();
        List<Map<String, Object>> plain = GateRules.plain();
        // one of a kind: a required field, a pattern, an expression, a unique value
        for (Map<String, Object> rule : List.of(
                plain.get(1),
                plain.get(11),
                plain.get(plain.size() - 9),
                GateRules.unique().get(0))) {
            long begin = System.nanoTime();
            Answer begun = client.post("lead", "/api/v1/rules/trials", run + "-" + calls++, Map.of("rule", rule));
            JsonNode trial =
                    ended("/api/v1/rules/trials/" + begun.body().path("id").asString(""));
            trials.add(new GateReport.Trial(
                    rule.get("check") + " " + rule.get("field"),
                    trial.path("total").asLong(),
                    trial.path("failing").asLong(),
                    Math.round((System.nanoTime() - begin) / 1e8) / 10.0));
        }
        return trials;
    }

    private JsonNode ended(String path) throws InterruptedException, TimeoutException {
        while (true) {
            JsonNode trial = client.get("lead", path).body();
            String state = trial.path("state").asString("FAILED");
            if (!OPEN.contains(state)) {
                return trial;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** The values that must be unique are gathered one rule after the other; a trial that is asked for now comes last. */
    private void awaitFilled() throws InterruptedException, TimeoutException {
        Answer begun = client.post(
                "lead",
                "/api/v1/rules/trials",
                run + "-" + calls++,
                Map.of("rule", GateRules.plain().get(0)));
        var unused = ended("/api/v1/rules/trials/" + begun.body().path("id").asString(""));
    }
}
