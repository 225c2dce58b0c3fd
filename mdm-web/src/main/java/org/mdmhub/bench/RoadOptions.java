package org.mdmhub.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mdmhub.bench.Bench.WrongOption;

/**
 * What the benchmark of the road was asked for.
 *
 * @param port of the hub; its sandboxes take the two above
 * @param keep whether the hub's folder stays
 */
record RoadOptions(Path data, int rows, int kills, int port, long seed, boolean keep) {

    private static final List<String> KNOWN = List.of("--data", "--rows", "--kills", "--port", "--seed");
    private static final int LAST_PORT = 65_533;

    static RoadOptions parse(List<String> words) throws WrongOption {
        Map<String, String> given = new HashMap<>();
        boolean keep = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--keep")) {
                keep = true;
            } else if (!KNOWN.contains(word)) {
                throw new WrongOption("unknown option " + word + " of bench road; there are " + KNOWN + ", --keep");
            } else if (++i == words.size()) {
                throw new WrongOption("the option " + word + " needs a value");
            } else {
                given.put(word, words.get(i));
            }
        }
        String data = given.get("--data");
        if (data == null) {
            throw new WrongOption("bench road needs --data FILE, a CSV or CSV.gz with name,uscc,province,city,address");
        }
        return new RoadOptions(
                Path.of(data),
                (int) number(given, "--rows", 1000, 1, 1_000_000),
                (int) number(given, "--kills", 0, 0, 1000),
                (int) number(given, "--port", 9300, 1, LAST_PORT),
                number(given, "--seed", new Random().nextInt(1_000_000), Long.MIN_VALUE, Long.MAX_VALUE),
                keep);
    }

    private static long number(Map<String, String> given, String option, long otherwise, long least, long most)
            throws WrongOption {
        String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WrongOption(option + " " + text + " is not a whole number");
        }
        throw new WrongOption(option + " " + text + " is out of range");
    }
}
