package org.mdmhub.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.customer.CustomerProfiles;
import org.mdmhub.matching.batch.AllPairs;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;

/** All against all: how long invented customers take of which one in twenty stands there twice, and how many are found. */
final class DedupeBench {

    static final String NAME = "dedupe";

    private static final List<String> KNOWN = List.of("--records", "--learn", "--seed");
    private static final int MOST_SHARING = 100;
    private static final int ONE_IN = 20;
    private static final double SECOND = 1e9;
    private static final double[] GROWTH = {0.1, 0.3, 1};

    private DedupeBench() {}

    /** What came out for so many records under these weights: shipped, or learned from the records. */
    record Round(
            String weights,
            int records,
            int planted,
            double seconds,
            double precision,
            double recall,
            double f1,
            long heapMb) {}

    record Report(String name, Machine machine, String at, long seed, List<Round> rounds) {}

    static boolean run(List<String> words) throws IOException, WrongOption {
        Map<String, Long> given = Words.numbers(NAME, words, KNOWN);
        int records = given.getOrDefault("--records", 1_000_000L).intValue();
        long seed = given.getOrDefault("--seed", 20_261_122L);
        System.out.printf("bench dedupe: %d records, seed %d, on %s%n", records, seed, Machine.here());
        List<Round> rounds = new ArrayList<>();
        for (double part : GROWTH) {
            rounds.add(round(Math.max(ONE_IN, (int) (records * part)), seed, false));
        }
        if (given.containsKey("--learn")) {
            rounds.add(round(Math.max(ONE_IN, given.get("--learn").intValue()), seed, true));
        }
        Report report = new Report(NAME, Machine.here(), Instant.now().toString(), seed, rounds);
        System.out.println("written: " + Results.write(NAME, report));
        return true;
    }

    private static void print(Round round) {
        System.out.printf(
                Locale.ROOT,
                "%9d records, %6d doubles, %s: %6.1f s, precision %.4f, recall %.4f, F1 %.4f, heap %d MB%n",
                round.records,
                round.planted,
                round.weights,
                round.seconds,
                round.precision,
                round.recall,
                round.f1,
                round.heapMb);
    }

    private static Round round(int records, long seed, boolean learn) {
        List<FieldValues> things = new ArrayList<>();
        PairSet planted = plant(records, seed, things);
        Profile profile = CustomerProfiles.of(things.get(0));
        long begun = System.nanoTime();
        AllPairs pairs = AllPairs.counted(profile, things, MOST_SHARING, (one, other) -> true);
        List<AllPairs.Found> found =
                pairs.found(learn ? pairs.learn() : pairs.shipped(), Weights.bits(profile.threshold()));
        double seconds = (System.nanoTime() - begun) / SECOND;
        PairSet told = PairSet.of(
                found.stream().map(pair -> new int[] {pair.one(), pair.other()}).toList());
        int right = told.common(planted);
        Runtime runtime = Runtime.getRuntime();
        Round round = new Round(
                learn ? "learned" : "shipped",
                records,
                planted.size(),
                seconds,
                (double) right / Math.max(1, told.size()),
                (double) right / Math.max(1, planted.size()),
                2.0 * right / Math.max(1, told.size() + planted.size()),
                (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024));
        print(round);
        return round;
    }

    /** Identifiers are left out: by those it would be no art. */
    private static PairSet plant(int records, long seed, List<FieldValues> into) {
        Invention invention = new Invention(seed);
        Variants variants = new Variants(seed);
        Random random = new Random(seed);
        List<Map<String, Object>> all = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        int own = records - records / ONE_IN;
        for (int at = 0; at < own; at++) {
            Map<String, Object> customer = new HashMap<>(invention.customer());
            customer.keySet().retainAll(List.of("name", "city", "province", "street", "country"));
            customer.put("phone", invention.phone());
            all.add(customer);
            origins.add(at);
        }
        for (int at = own; at < records; at++) {
            int origin = random.nextInt(own);
            all.add(variants.of(all.get(origin)));
            origins.add(origin);
        }
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < records; at++) {
            order.add(at);
        }
        Collections.shuffle(order, random);
        int[] groups = new int[records];
        for (int at = 0; at < records; at++) {
            into.add(FieldValues.of(all.get(order.get(at))));
            groups[at] = origins.get(order.get(at));
        }
        return PairSet.within(groups);
    }
}
