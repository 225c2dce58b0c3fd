package org.mdmhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.customer.CustomerProfiles;
import org.mdmhub.matching.batch.AllPairs;
import org.mdmhub.matching.batch.Clusters;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.product.ProductProfile;

/** How well the hub's own models find what is the same, on every set below a folder; no label is used but to count. */
final class MatchingBench {

    static final String NAME = "matching";

    private static final int MOST_SHARING = 300;
    private static final long MEGABYTE = 1 << 20;
    private static final double SECOND = 1e9;

    private MatchingBench() {}

    /**
     * What came out for one set.
     *
     * @param threshold probability from which a pair is called the same
     */
    record Score(
            String name,
            double precision,
            double recall,
            double f1,
            double clusterF1,
            double seconds,
            double cpuSeconds,
            long peakMb,
            double threshold,
            int things,
            int truePairs) {}

    record Report(String name, Machine machine, String at, List<Score> sets) {}

    static boolean run(List<String> words) throws IOException, WrongOption {
        Path data = FileOptions.parse(NAME, words, List.of("--data"))
                .getOrDefault("--data", Path.of("..", "shared", "data"));
        if (!Files.isDirectory(data)) {
            throw new WrongOption("there is no folder " + data);
        }
        System.out.printf("bench matching: on %s%n", Machine.here());
        System.out.printf(
                "%-20s %8s %9s %9s %7s %7s %9s %8s %8s %8s %6s%n",
                "set",
                "things",
                "pairs",
                "precision",
                "recall",
                "F1",
                "clusterF1",
                "seconds",
                "cpu s",
                "peak MB",
                "from");
        List<Score> scores = new ArrayList<>();
        for (DataSet set : DataSet.below(data)) {
            Score score = score(set);
            print(score);
            scores.add(score);
        }
        Report report = new Report(NAME, Machine.here(), Instant.now().toString(), scores);
        System.out.println("written: " + Results.write(NAME, report));
        return !scores.isEmpty();
    }

    private static Score score(DataSet set) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        long cpu = cpu();
        Profile profile = set.type().equals("products")
                ? ProductProfile.PROFILE
                : CustomerProfiles.of(set.things().get(0));
        AllPairs pairs = AllPairs.counted(profile, set.things(), MOST_SHARING, set::mayPair);
        List<AllPairs.Found> found = pairs.found(pairs.learn(), Weights.bits(profile.threshold()));
        List<AllPairs.Found> kept = set.link() ? onceEach(found) : found;
        int[] clusters = Clusters.of(set.things().size(), kept);
        double cpuSeconds = (cpu() - cpu) / SECOND;
        double seconds = (System.nanoTime() - begun) / SECOND;
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
        PairSet told = PairSet.of(
                kept.stream().map(pair -> new int[] {pair.one(), pair.other()}).toList());
        int right = told.common(set.pairs());
        PairSet grouped = PairSet.within(clusters);
        return new Score(
                set.name(),
                share(right, told.size()),
                share(right, set.pairs().size()),
                f1(right, told.size(), set.pairs().size()),
                f1(grouped.common(set.pairs()), grouped.size(), set.pairs().size()),
                seconds,
                cpuSeconds,
                peak,
                profile.threshold(),
                set.things().size(),
                set.pairs().size());
    }

    /** Each thing at most once, the best pair first. */
    private static List<AllPairs.Found> onceEach(List<AllPairs.Found> found) {
        Set<Integer> taken = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparingDouble(AllPairs.Found::bits).reversed())
                .filter(pair -> !taken.contains(pair.one()) && !taken.contains(pair.other()))
                .filter(pair -> taken.add(pair.one()) && taken.add(pair.other()))
                .toList();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(int right, int told, int truth) {
        return told + truth == 0 ? 0 : 2.0 * right / (told + truth);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }

    private static void print(Score score) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %8d %9d %9.4f %7.4f %7.4f %9.4f %8.1f %8.1f %8d %6.2f%n",
                score.name,
                score.things,
                score.truePairs,
                score.precision,
                score.recall,
                score.f1,
                score.clusterF1,
                score.seconds,
                score.cpuSeconds,
                score.peakMb,
                score.threshold);
    }
}
