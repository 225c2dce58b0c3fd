package org.mdmhub.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.bench.Bench.WrongOption;

/** What the benchmark of codes was asked for; as it stands it is experiment R3. */
record CodesOptions(int codes, int kills, int threads, long seed, int seconds) {

    private static final List<String> KNOWN = List.of("--codes", "--kills", "--threads", "--seed", "--seconds");

    static CodesOptions parse(List<String> words) throws WrongOption {
        Map<String, Long> given = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!KNOWN.contains(word)) {
                throw new WrongOption("unknown option " + word + " of bench codes; there are " + KNOWN);
            }
            if (i + 1 == words.size() || !words.get(i + 1).matches("\\d{1,9}")) {
                throw new WrongOption("the option " + word + " needs a whole number");
            }
            given.put(word, Long.valueOf(words.get(i + 1)));
        }
        return new CodesOptions(
                given.getOrDefault("--codes", 200_000L).intValue(),
                given.getOrDefault("--kills", 20L).intValue(),
                Math.max(1, given.getOrDefault("--threads", 50L).intValue()),
                given.getOrDefault("--seed", 20_261_122L),
                given.getOrDefault("--seconds", 10L).intValue());
    }
}
