package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.mdmhub.bench.Bench.WrongOption;
import tools.jackson.databind.JsonNode;

/** A merge of ten customers with many keys and items, and many small ones at random; all are taken back exactly. */
final class MergeBench {

    static final String NAME = "merge";

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int MEMBERS = 10;
    private static final int KEYS = 50;
    private static final int ITEMS = 20;
    private static final int ROUNDS = 20;
    private static final int CHAINED = 20;
    private static final int CHAINED_ITEMS = 5;
    private static final int OPERATIONS = 300;
    private static final long SEED = 20_261_122;
    private static final double MILLION = 1e6;
    private static final String KEY = "insert into foreign_key (system, type, key, record_id, created_at)"
            + " select 'erp', 'customers', ?, id, now() from record where type = 'customers' and code = ?";

    private MergeBench() {}

    /** How long something took, in milliseconds. */
    record Took(String what, int times, double p50, double p95) {}

    /** @param held whether everything was as it had been in the end */
    record Report(String name, Machine machine, String at, int customers, long seed, List<Took> took, boolean held) {}

    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        PagesOptions options = PagesOptions.parse(words);
        return OnHub.run(NAME, options, (data, customers) -> {
            MergeDesk desk = new MergeDesk(new HubClient(options.port(), LIMIT));
            List<Took> took = new ArrayList<>();
            boolean large = large(desk, data, took);
            boolean held = chains(desk, new Random(SEED), took) && large;
            Report report = new Report(NAME, Machine.here(), Instant.now().toString(), customers, SEED, took, held);
            took.forEach(one -> System.out.printf(
                    Locale.ROOT, "%-44s %5d times: p50 %7.1f ms, p95 %7.1f%n", one.what, one.times, one.p50, one.p95));
            System.out.println("proof: " + (held ? "held" : "FAILED") + ", seed " + SEED);
            System.out.println("written: " + Results.write(NAME, report));
            return held;
        });
    }

    private static boolean large(MergeDesk desk, Path data, List<Took> took)
            throws IOException, SQLException, InterruptedException, TimeoutException {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            codes.add(desk.customer(rich(i, ITEMS)));
        }
        lay(data, codes);
        Map<String, Map<String, JsonNode>> before = states(desk, codes);
        List<Double> previews = new ArrayList<>();
        List<Double> merges = new ArrayList<>();
        List<Double> unmerges = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            JsonNode preview = desk.preview(codes.get(0), codes.subList(1, MEMBERS));
            previews.add((System.nanoTime() - begun) / MILLION);
            MergeDesk.Done merged = desk.merge(
                    codes.get(0),
                    codes.subList(1, MEMBERS),
                    preview.path("previewHash").asString());
            merges.add(merged.millis());
            unmerges.add(desk.unmerge(merged.id()).millis());
        }
        String what = MEMBERS + " records, " + MEMBERS * KEYS + " keys, " + MEMBERS * ITEMS + " items: ";
        took.add(took(what + "preview", previews));
        took.add(took(what + "apply", merges));
        took.add(took(what + "take back", unmerges));
        return states(desk, codes).equals(before);
    }

    /** With a name that no run before has used. */
    private static Map<String, Object> rich(int number, int items) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "合并测试" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "有限公司");
        fields.put("website", "https://merge" + number + ".example");
        fields.put(
                "contacts",
                IntStream.range(0, items)
                        .mapToObj(item -> Map.of("name", "联系人" + number + "之" + item, "role", "采购"))
                        .toList());
        return fields;
    }

    private static void lay(Path data, List<String> codes) throws IOException, SQLException {
        try (Connection owner = DriverManager.getConnection(Laying.address(data), "mdm_owner", "");
                PreparedStatement key = owner.prepareStatement(KEY)) {
            owner.createStatement().execute("set mdm.scope = 'system:bench'");
            for (String code : codes) {
                for (int i = 0; i < KEYS; i++) {
                    key.setString(1, "BENCH-" + code + "-" + i);
                    key.setString(2, code);
                    key.addBatch();
                }
            }
            key.executeBatch();
        }
    }

    private static Map<String, Map<String, JsonNode>> states(MergeDesk desk, List<String> codes)
            throws InterruptedException, TimeoutException {
        Map<String, Map<String, JsonNode>> states = new LinkedHashMap<>();
        for (String code : codes) {
            states.put(code, desk.state(code));
        }
        return states;
    }

    /** Merges and unmerges at random, one in another; in the end all are taken back in another order. */
    private static boolean chains(MergeDesk desk, Random random, List<Took> took)
            throws InterruptedException, TimeoutException {
        List<String> living = new ArrayList<>();
        for (int i = 0; i < CHAINED; i++) {
            living.add(desk.customer(rich(MEMBERS + i, CHAINED_ITEMS)));
        }
        Map<String, Map<String, JsonNode>> before = states(desk, List.copyOf(living));
        Map<String, String> merges = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            if (living.size() > 2 && random.nextInt(5) < 3) {
                String survivor = living.remove(random.nextInt(living.size()));
                String other = living.remove(random.nextInt(living.size()));
                String hash = desk.preview(survivor, List.of(other))
                        .path("previewHash")
                        .asString();
                MergeDesk.Done done = desk.merge(survivor, List.of(other), hash);
                millis.add(done.millis());
                merges.put(done.id(), other);
                living.add(survivor);
            } else if (!merges.isEmpty()) {
                millis.add(back(desk, random, merges, living));
            }
        }
        while (!merges.isEmpty()) {
            millis.add(back(desk, random, merges, living));
        }
        took.add(took("two records, in chains, made or taken back", millis));
        return states(desk, List.copyOf(before.keySet())).equals(before);
    }

    private static double back(MergeDesk desk, Random random, Map<String, String> merges, List<String> living)
            throws InterruptedException, TimeoutException {
        String id = List.copyOf(merges.keySet()).get(random.nextInt(merges.size()));
        living.add(String.valueOf(merges.remove(id)));
        return desk.unmerge(id).millis();
    }

    private static Took took(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Took(what, sorted.length, Stage.percentile(sorted, 50), Stage.percentile(sorted, 95));
    }
}
