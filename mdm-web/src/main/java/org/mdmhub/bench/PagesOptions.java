package org.mdmhub.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.Bench.WrongOption;

/**
 * What the benchmark of the pages was asked for.
 *
 * @param people who go through the pages at the same time
 * @param seconds measured, after the warm-up
 * @param port of the hub; its sandboxes take the two above
 * @param data folder that keeps the hub with its customers for the next run; null for one that is thrown away
 */
record PagesOptions(
        int customers,
        int people,
        int seconds,
        int port,
        @Nullable Path data) {

    private static final List<String> KNOWN = List.of("--customers", "--people", "--seconds", "--port", "--data");
    private static final int LAST_PORT = 65_533;
    // eight digits of the demo's coding scheme leave room for as many and the demo's own
    private static final int MOST_CUSTOMERS = 5_000_000;

    static PagesOptions parse(List<String> words) throws WrongOption {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!KNOWN.contains(word)) {
                throw new WrongOption("unknown option " + word + " of bench pages; there are " + KNOWN);
            }
            if (i + 1 == words.size()) {
                throw new WrongOption("the option " + word + " needs a value");
            }
            given.put(word, words.get(i + 1));
        }
        String data = given.get("--data");
        return new PagesOptions(
                number(given, "--customers", 100_000, 1000, MOST_CUSTOMERS),
                number(given, "--people", 20, 1, 500),
                number(given, "--seconds", 60, 1, 3600),
                number(given, "--port", 9500, 1, LAST_PORT),
                data == null ? null : Path.of(data));
    }

    private static int number(Map<String, String> given, String option, int otherwise, int least, int most)
            throws WrongOption {
        String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WrongOption(option + " " + text + " is not a whole number");
        }
        throw new WrongOption(option + " " + text + " is out of range");
    }
}
