package org.mdmhub.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The benchmarks that there are. */
public final class Bench {

    private static final int WRONG_WORDS = 2;
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.ofEntries(
            entry(RoadBench.NAME, RoadBench::run),
            entry(PagesBench.NAME, PagesBench::run),
            entry(CodesBench.NAME, CodesBench::run),
            entry(GateBench.NAME, GateBench::run),
            entry(StewardsBench.NAME, StewardsBench::run),
            entry(InboxBench.NAME, InboxBench::run),
            entry(NamesBench.NAME, NamesBench::run),
            entry(MatchingBench.NAME, MatchingBench::run),
            entry(DedupeBench.NAME, DedupeBench::run),
            entry(LookupBench.NAME, LookupBench::run),
            entry(MergeBench.NAME, MergeBench::run)));

    private static Map.Entry<String, Benchmark> entry(String name, Benchmark benchmark) {
        return Map.entry(name, benchmark);
    }

    private Bench() {}

    /** One benchmark: reads its options and says whether its proof held. */
    @FunctionalInterface
    interface Benchmark {
        boolean run(List<String> options) throws IOException, InterruptedException, WrongOption;
    }

    /**
     * Runs one, or all where none is named.
     *
     * @param words a name, if any, and options
     * @return the exit status: 0 only where each proof held, 2 where the words make no sense
     */
    public static int run(List<String> words) {
        boolean named = !words.isEmpty() && !words.get(0).startsWith("--");
        Map<String, Benchmark> wanted = new TreeMap<>(ALL);
        wanted.keySet().removeIf(name -> named && !name.equals(words.get(0)));
        if (wanted.isEmpty()) {
            return fail("no benchmark is called " + words.get(0) + "; there is: " + String.join(", ", ALL.keySet()));
        }
        try {
            boolean held = true;
            for (Benchmark benchmark : wanted.values()) {
                held &= benchmark.run(named ? words.subList(1, words.size()) : words);
            }
            return held ? 0 : 1;
        } catch (WrongOption e) {
            return fail(e.getMessage());
        } catch (IOException e) {
            System.err.println("mdm: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int fail(String line) {
        System.err.println("mdm: " + line);
        return WRONG_WORDS;
    }

    /** The words after the benchmark's name make no sense; the message is one line. */
    static final class WrongOption extends Exception {
        WrongOption(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
