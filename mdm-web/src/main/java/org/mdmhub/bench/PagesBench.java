package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.bench.HubClient.Answer;

/** How quick the screens are while people work on them, on a hub that holds many customers. */
final class PagesBench {

    static final String NAME = "pages";

    private static final int SAMPLE = 20;
    private static final int MATERIAL = 500;
    private static final int WAITING = 3000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PagesOptions options;
    private final Path folder;
    private final HubProcess hub;

    private PagesBench(PagesOptions options, Path folder, HubProcess hub) {
        this.options = options;
        this.folder = folder;
        this.hub = hub;
    }

    /** True where what was laid is right and every page was answered; a missed aim is told and fails nothing. */
    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        PagesOptions options = PagesOptions.parse(words);
        Path kept = options.data();
        Path folder = kept == null
                ? Files.createTempDirectory("mdm-bench-pages")
                : Files.createDirectories(kept.toAbsolutePath());
        HubProcess hub = new HubProcess(folder, options.port());
        Thread leave = new Thread(hub::close);
        Runtime.getRuntime().addShutdownHook(leave);
        try (hub) {
            System.out.printf(
                    "bench pages: %d customers, %d people, %d s, on %s%n",
                    options.customers(), options.people(), options.seconds(), Machine.here());
            hub.start();
            PagesReport report = new PagesBench(options, folder, hub).measure();
            report.print(System.out);
            System.out.println("written: " + Results.write(NAME, report));
            return report.failures().isEmpty() && report.errors().isEmpty();
        } catch (SQLException e) {
            throw new IOException("the customers could not be laid: " + e.getMessage(), e);
        } finally {
            if (kept == null) {
                hub.close();
                delete(folder);
            }
        }
    }

    private PagesReport measure() throws IOException, InterruptedException, SQLException {
        Instant at = Instant.now();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Page.Material material;
        int customers;
        try (Laying laying = Laying.on(folder.resolve("data"))) {
            int present = laying.customers();
            if (present < options.customers()) {
                long begin = System.nanoTime();
                laying.lay(options.customers() - present, WAITING);
                System.out.printf("laid in %.0f s%n", (System.nanoTime() - begin) / 1e9);
            }
            customers = laying.customers();
            material = laying.material(MATERIAL);
        }
        List<String> failures = wrong(material);
        Crowd crowd = new Crowd(options, material, hub::cpu);
        List<PageTimes> pages = crowd.go();
        return new PagesReport(
                NAME,
                Machine.here(),
                at,
                customers,
                options.people(),
                options.seconds(),
                load,
                crowd.cpuMsPerCall(),
                pages,
                weights(material),
                crowd.errors(),
                failures);
    }

    /** What is laid must be what the hub would have made itself: asked about some of it, the hub knows it. */
    private List<String> wrong(Page.Material material) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        HubClient client = new HubClient(options.port(), LIMIT);
        try {
            for (String code : material.codes().subList(0, SAMPLE)) {
                Answer record = client.get("lead", "/api/v1/customers/" + code);
                Answer check = client.post("lead", "/api/v1/codes/check", "pages-check-" + code, check(code));
                Answer match = client.post(
                        "lead",
                        "/api/v1/customers/match",
                        "pages-match-" + code,
                        Map.of(
                                "fields",
                                Map.of(
                                        "name",
                                        record.body()
                                                .path("fields")
                                                .path("name")
                                                .asString(""))));
                Answer history = client.get("lead", "/api/v1/customers/" + code + "/history");
                said(wrong, code, record.status() == 200, "is not there");
                said(
                        wrong,
                        code,
                        check.body().toString().contains("\"ISSUED\""),
                        "is not in the ledger: " + check.body());
                said(wrong, code, match.body().toString().contains(code), "is not found by its name");
                said(wrong, code, !history.body().path("items").isEmpty(), "has no history");
            }
        } catch (TimeoutException e) {
            wrong.add(e.getMessage());
        }
        return wrong;
    }

    private static Map<String, Object> check(String code) {
        return Map.of("type", "customers", "code", code);
    }

    private static void said(List<String> wrong, String code, boolean right, String otherwise) {
        if (!right) {
            wrong.add(code + " " + otherwise);
        }
    }

    private Map<String, Integer> weights(Page.Material material) throws IOException, InterruptedException {
        Map<String, Integer> weights = new TreeMap<>();
        Visitor visitor = new Visitor(options.port());
        visitor.logIn("lead");
        String record = "/records/customers/" + material.codes().get(0);
        for (String path : List.of("/", "/records/customers", record, "/inbox")) {
            weights.put(path, visitor.weight(path));
        }
        return weights;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
