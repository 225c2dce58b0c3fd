package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.mdmhub.bench.Bench.WrongOption;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One look-up among many customers: how long it takes and whether it finds another spelling, beside plain trigrams. */
final class LookupBench {

    static final String NAME = "lookup";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SAMPLE = "select name, compared from match_subject where record_id is not null"
            + " and type = 'customers' order by md5(id::text) limit ?";
    private static final String NEAREST = "select name from match_subject order by name <-> ? limit 10";
    private static final String INDEX =
            "create index if not exists bench_name on match_subject using gist" + " (name gist_trgm_ops(siglen=64))";
    private static final String SIZE = "select pg_total_relation_size('match_key')";
    private static final int QUERIES = 1000;
    private static final int BASELINE = 200;
    private static final int WARM = 100;
    private static final int SHOWN = 10;
    private static final double MILLION = 1e6;
    private static final long SEED = 20_261_122;

    private LookupBench() {}

    /** A way of looking up; times in milliseconds. */
    record Way(String way, int queries, double p50, double p95, double p99, double recallAt1, double recallAt10) {}

    record Report(String name, Machine machine, String at, int customers, long keysMb, List<Way> ways) {}

    private record Query(String name, Map<String, Object> variant) {}

    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        PagesOptions options = PagesOptions.parse(words);
        return OnHub.run(NAME, options, (data, customers) -> {
            Report report = measure(options.port(), data, customers);
            print(report);
            System.out.println("written: " + Results.write(NAME, report));
            return true;
        });
    }

    private static Report measure(int port, Path data, int customers)
            throws IOException, SQLException, InterruptedException, TimeoutException {
        try (Connection owner = DriverManager.getConnection(Laying.address(data), "mdm_owner", "")) {
            owner.createStatement().execute("set mdm.scope = 'system:bench'");
            List<Query> queries = queries(owner);
            Way hub = hub(new HubClient(port, LIMIT), queries);
            Way trigrams = trigrams(owner, queries.subList(0, Math.min(BASELINE, queries.size())));
            long keys;
            try (ResultSet size = owner.createStatement().executeQuery(SIZE)) {
                size.next();
                keys = size.getLong(1) >> 20;
            }
            return new Report(NAME, Machine.here(), Instant.now().toString(), customers, keys, List.of(hub, trigrams));
        }
    }

    private static List<Query> queries(Connection owner) throws SQLException {
        Variants variants = new Variants(SEED);
        List<Query> queries = new ArrayList<>();
        try (PreparedStatement sample = owner.prepareStatement(SAMPLE)) {
            sample.setInt(1, QUERIES);
            try (ResultSet row = sample.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> fields = new JsonMapper().readValue(row.getString(2), new TypeReference<>() {});
                    fields.keySet().retainAll(List.of("name", "city", "province", "street", "phone", "country"));
                    queries.add(new Query(row.getString(1), variants.of(fields)));
                }
            }
        }
        return queries;
    }

    private static Way hub(HubClient client, List<Query> queries) throws InterruptedException, TimeoutException {
        List<Double> millis = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int number = 0;
        for (Query query : queries) {
            long begun = System.nanoTime();
            JsonNode body = client.post(
                            "lead", "/api/v1/customers/match", "lookup-" + number, Map.of("fields", query.variant))
                    .body();
            if (number++ >= WARM || queries.size() <= WARM) {
                millis.add((System.nanoTime() - begun) / MILLION);
            }
            List<String> names = new ArrayList<>();
            body.path("candidates").forEach(one -> names.add(one.path("name").asString("")));
            places.add(names.indexOf(query.name));
        }
        return way("the hub, over REST", millis, places);
    }

    private static Way trigrams(Connection owner, List<Query> queries) throws SQLException {
        owner.createStatement().execute(INDEX);
        List<Double> millis = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        try (PreparedStatement nearest = owner.prepareStatement(NEAREST)) {
            for (Query query : queries) {
                long begun = System.nanoTime();
                nearest.setString(1, String.valueOf(query.variant.get("name")));
                List<String> names = new ArrayList<>();
                try (ResultSet row = nearest.executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                millis.add((System.nanoTime() - begun) / MILLION);
                places.add(names.indexOf(query.name));
            }
        }
        owner.createStatement().execute("drop index bench_name");
        return way("pg_trgm, nearest 10, in SQL", millis, places);
    }

    private static Way way(String name, List<Double> millis, List<Integer> places) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Way(
                name,
                places.size(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                quantile(sorted, 0.99),
                share(places, 1),
                share(places, SHOWN));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
    }

    private static double share(List<Integer> places, int first) {
        return (double) places.stream()
                        .filter(place -> place >= 0 && place < first)
                        .count()
                / Math.max(1, places.size());
    }

    private static void print(Report report) {
        System.out.printf("%d customers; keys and their index: %d MB%n", report.customers, report.keysMb);
        for (Way way : report.ways) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %5d queries: p50 %7.1f ms, p95 %7.1f, p99 %7.1f; recall@1 %.4f, recall@10 %.4f%n",
                    way.way,
                    way.queries,
                    way.p50,
                    way.p95,
                    way.p99,
                    way.recallAt1,
                    way.recallAt10);
        }
    }
}
