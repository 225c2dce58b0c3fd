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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.bench.LookupReport.Way;
import org.mdmhub.matching.Matching;

/** One look-up among many customers: how long it takes and whether it finds another spelling, beside plain trigrams. */
final class LookupBench {

    static final String NAME = "lookup";

    private static final String MISSES = "--misses";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String NEAREST = "select id from match_subject order by name <-> ? limit 10";
    private static final String INDEX =
            "create index if not exists bench_name on match_subject using gist (name gist_trgm_ops(siglen=64))";
    private static final String SIZES = "select pg_relation_size('match_key'), pg_relation_size('match_key_pkey'),"
            + " pg_relation_size('match_key_subject'), pg_table_size('match_subject'), pg_relation_size('bench_name')";
    private static final String OLD = "select exists (select from match_subject where keyed < ?)";
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int QUERIES = 1000;
    private static final int BASELINE = 200;
    private static final int COLD = 100;
    private static final int SHOWN = 10;
    private static final double MILLION = 1e6;

    private LookupBench() {}

    static boolean run(List<String> words) throws IOException, InterruptedException, WrongOption {
        List<String> rest = new ArrayList<>(words);
        boolean tell = rest.remove(MISSES);
        PagesOptions options = PagesOptions.parse(rest);
        return OnHub.run(NAME, options, (data, customers) -> {
            LookupReport report = measure(options.port(), data, customers, tell);
            report.print();
            System.out.println("written: " + Results.write(NAME, report));
            return true;
        });
    }

    private static LookupReport measure(int port, Path data, int customers, boolean tell)
            throws IOException, SQLException, InterruptedException, TimeoutException {
        try (Connection owner = DriverManager.getConnection(Laying.address(data), "mdm_owner", "");
                Trail trail = new Trail()) {
            owner.createStatement().execute("set mdm.scope = 'system:bench'");
            awaitKeys(owner);
            List<LookupQuery> queries = LookupQuery.sample(owner, QUERIES);
            List<Integer> places = new ArrayList<>();
            List<Way> ways = hub(new HubClient(port, LIMIT), queries, places);
            owner.createStatement().execute(INDEX);
            ways.add(trigrams(owner, queries.subList(0, Math.min(BASELINE, queries.size()))));
            LookupReport.Sizes sizes = sizes(owner);
            owner.createStatement().execute("drop index bench_name");
            LookupReach reach = new LookupReach(owner, trail.model());
            for (int at = 0; at < queries.size(); at++) {
                reach.touch(queries.get(at));
                if (places.get(at) != 0) {
                    reach.missed(queries.get(at), places.get(at), tell);
                }
            }
            String now = Instant.now().toString();
            return new LookupReport(NAME, Machine.here(), now, customers, ways, sizes, reach.reach(), reach.missed());
        }
    }

    /** Keys of an older version are made anew by the hub, and measured afterwards. */
    private static void awaitKeys(Connection owner) throws SQLException, InterruptedException, TimeoutException {
        long begun = System.nanoTime();
        boolean waited = false;
        while (hasOld(owner)) {
            waited = true;
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new TimeoutException(
                        "the hub did not make the keys anew within " + PATIENCE.toMinutes() + " min");
            }
            TimeUnit.SECONDS.sleep(1);
        }
        if (waited) {
            System.out.printf("keys made anew in %d s%n", (System.nanoTime() - begun) / 1_000_000_000L);
            owner.createStatement().execute("vacuum (analyze) match_key, match_subject");
        }
    }

    private static boolean hasOld(Connection owner) throws SQLException {
        try (PreparedStatement old = owner.prepareStatement(OLD)) {
            old.setInt(1, Matching.keysVersion());
            try (ResultSet row = old.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static LookupReport.Sizes sizes(Connection owner) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery(SIZES)) {
            row.next();
            long[] mb = new long[5];
            for (int at = 0; at < mb.length; at++) {
                mb[at] = row.getLong(at + 1) >> 20;
            }
            return new LookupReport.Sizes(mb[0], mb[1], mb[2], mb[3], mb[4]);
        }
    }

    private static List<Way> hub(HubClient client, List<LookupQuery> queries, List<Integer> places)
            throws InterruptedException, TimeoutException {
        List<Double> millis = new ArrayList<>();
        for (LookupQuery query : queries) {
            long begun = System.nanoTime();
            HubClient.Answer answer = client.ask("lead", "/api/v1/customers/match", Map.of("fields", query.asked()));
            millis.add((System.nanoTime() - begun) / MILLION);
            if (answer.status() != 200) {
                throw new IllegalStateException("the look-up was answered " + answer.status() + " " + answer.body());
            }
            List<String> codes = new ArrayList<>();
            answer.body()
                    .path("candidates")
                    .forEach(one -> codes.add(one.path("code").asString("")));
            places.add(codes.indexOf(query.code()));
        }
        int cold = Math.min(COLD, millis.size());
        List<Way> ways = new ArrayList<>();
        ways.add(way("the hub, over REST, just started", millis.subList(0, cold), places.subList(0, cold)));
        ways.add(way(
                "the hub, over REST, after that",
                millis.subList(cold, millis.size()),
                places.subList(cold, places.size())));
        return ways;
    }

    private static Way trigrams(Connection owner, List<LookupQuery> queries) throws SQLException {
        List<Double> millis = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        try (PreparedStatement nearest = owner.prepareStatement(NEAREST)) {
            for (LookupQuery query : queries) {
                long begun = System.nanoTime();
                nearest.setString(1, query.name());
                List<Long> subjects = new ArrayList<>();
                try (ResultSet row = nearest.executeQuery()) {
                    while (row.next()) {
                        subjects.add(row.getLong(1));
                    }
                }
                millis.add((System.nanoTime() - begun) / MILLION);
                places.add(subjects.indexOf(query.subject()));
            }
        }
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
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private static double share(List<Integer> places, int first) {
        return (double) places.stream()
                        .filter(place -> place >= 0 && place < first)
                        .count()
                / Math.max(1, places.size());
    }
}
