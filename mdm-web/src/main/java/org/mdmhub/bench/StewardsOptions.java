package org.mdmhub.bench;

import java.util.List;
import java.util.Map;
import org.mdmhub.bench.Bench.WrongOption;

/** What the benchmark of many stewards on the same records was asked for; as it stands it is experiment R4. */
record StewardsOptions(int operations, int people, int records, long seed, int port) {

    private static final List<String> KNOWN = List.of("--operations", "--people", "--records", "--seed", "--port");

    static StewardsOptions parse(List<String> words) throws WrongOption {
        Map<String, Long> given = Words.numbers(StewardsBench.NAME, words, KNOWN);
        return new StewardsOptions(
                given.getOrDefault("--operations", 20_000L).intValue(),
                Math.max(1, given.getOrDefault("--people", 8L).intValue()),
                Math.max(1, given.getOrDefault("--records", 200L).intValue()),
                given.getOrDefault("--seed", 20_261_122L),
                given.getOrDefault("--port", 9300L).intValue());
    }
}
