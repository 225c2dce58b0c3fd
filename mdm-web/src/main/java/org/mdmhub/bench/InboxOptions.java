package org.mdmhub.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bench.Bench.WrongOption;

/**
 * What the benchmark of the inbox was asked for.
 *
 * @param requests that wait
 * @param seconds measured, after the warm-up
 * @param port of the hub; its sandboxes take the two above
 * @param data folder that keeps the hub with its requests for the next run; null for one that is thrown away
 * @param kill whether the hub is killed in the middle of a bulk
 */
record InboxOptions(
        int requests, int seconds, int port, @Nullable Path data, boolean kill) {

    private static final List<String> KNOWN = List.of("--requests", "--seconds", "--port", "--data");
    private static final String KILL = "--kill";
    private static final int LAST_PORT = 65_533;

    static InboxOptions parse(List<String> words) throws WrongOption {
        List<String> rest = new ArrayList<>(words);
        boolean kill = rest.remove(KILL);
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < rest.size(); i += 2) {
            String word = rest.get(i);
            if (!KNOWN.contains(word)) {
                throw new WrongOption(
                        "unknown option " + word + " of bench inbox; there are " + KNOWN + " and " + KILL);
            }
            if (i + 1 == rest.size()) {
                throw new WrongOption("the option " + word + " needs a value");
            }
            given.put(word, rest.get(i + 1));
        }
        String data = given.get("--data");
        return new InboxOptions(
                number(given, "--requests", 100_000, 100, 1_000_000),
                number(given, "--seconds", 60, 1, 3600),
                number(given, "--port", 9700, 1, LAST_PORT),
                data == null ? null : Path.of(data),
                kill);
    }

    private static int number(Map<String, String> given, String option, int otherwise, int least, int most)
            throws WrongOption {
        String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new WrongOption(option + " " + text + " is no whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
