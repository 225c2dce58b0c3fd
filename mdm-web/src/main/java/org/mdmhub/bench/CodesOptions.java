package org.mdmhub.bench;

import java.util.List;
import java.util.Map;
import org.mdmhub.bench.Bench.WrongOption;

/** What the benchmark of codes was asked for; as it stands it is experiment R3. */
record CodesOptions(int codes, int kills, int threads, long seed, int seconds) {

    private static final List<String> KNOWN = List.of("--codes", "--kills", "--threads", "--seed", "--seconds");

    static CodesOptions parse(List<String> words) throws WrongOption {
        Map<String, Long> given = Words.numbers("codes", words, KNOWN);
        return new CodesOptions(
                given.getOrDefault("--codes", 200_000L).intValue(),
                given.getOrDefault("--kills", 20L).intValue(),
                Math.max(1, given.getOrDefault("--threads", 50L).intValue()),
                given.getOrDefault("--seed", 20_261_122L),
                given.getOrDefault("--seconds", 10L).intValue());
    }
}
