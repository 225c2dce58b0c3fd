package org.mdmhub.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.bench.Bench.WrongOption;

/** The words behind a benchmark's name, where each option is a file or a folder. */
final class FileOptions {

    private FileOptions() {}

    /** Option to path, of those that were given. */
    static Map<String, Path> parse(String bench, List<String> words, List<String> known) throws WrongOption {
        Map<String, Path> given = new HashMap<>();
        for (int at = 0; at < words.size(); at += 2) {
            String word = words.get(at);
            if (!known.contains(word)) {
                throw new WrongOption("unknown option " + word + " of bench " + bench + "; there are " + known);
            }
            if (at + 1 == words.size()) {
                throw new WrongOption("the option " + word + " needs a path");
            }
            given.put(word, Path.of(words.get(at + 1)));
        }
        return given;
    }
}
