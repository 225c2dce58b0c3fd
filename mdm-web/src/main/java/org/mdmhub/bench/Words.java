package org.mdmhub.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.bench.Bench.WrongOption;

/** The words behind a benchmark's name, where each option is a whole number. */
final class Words {

    private Words() {}

    /** Option to number, of those that were given. */
    static Map<String, Long> numbers(String bench, List<String> words, List<String> known) throws WrongOption {
        Map<String, Long> given = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!known.contains(word)) {
                throw new WrongOption("unknown option " + word + " of bench " + bench + "; there are " + known);
            }
            if (i + 1 == words.size() || !words.get(i + 1).matches("\\d{1,9}")) {
                throw new WrongOption("the option " + word + " needs a whole number");
            }
            given.put(word, Long.valueOf(words.get(i + 1)));
        }
        return given;
    }
}
