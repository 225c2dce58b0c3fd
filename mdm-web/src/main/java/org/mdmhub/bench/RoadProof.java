package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.bench.Observations.Approved;
import org.mdmhub.bench.Observations.Entry;

/** Judges what was seen: nothing lost, nothing twice, no gap, and every change signed by two people. */
final class RoadProof {

    // the demo's scheme: C, eight digits of the sequence, a check digit
    private static final Pattern CODE = Pattern.compile("C(\\d{8})\\d");
    private static final int SHOWN = 5;

    private RoadProof() {}

    /** Everything that speaks against the run, one line each; empty where the proof held. */
    static List<String> failures(Observations seen) {
        List<String> failures = new ArrayList<>();
        if (seen.approved().isEmpty()) {
            failures.add("no row was approved");
        }
        say(failures, "answers that should not be", seen.odd());
        say(failures, "codes given twice", repeated(codes(seen)));
        ledger(failures, seen);
        seen.held().forEach((sandbox, held) -> deliveries(failures, sandbox, codes(seen), held));
        say(failures, "histories without exactly one entry of the row", wrongHistories(seen));
        return failures;
    }

    private static List<String> codes(Observations seen) {
        return seen.approved().stream().map(Approved::code).toList();
    }

    private static Set<String> repeated(List<String> codes) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (String code : codes) {
            if (!once.add(code)) {
                twice.add(code);
            }
        }
        return twice;
    }

    private static void ledger(List<String> failures, Observations seen) {
        Set<String> strange = new TreeSet<>();
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String code : seen.ledger()) {
            Matcher parts = CODE.matcher(code);
            if (!parts.matches()) {
                strange.add(code);
            } else if (!numbers.add(Integer.valueOf(parts.group(1)))) {
                strange.add(code + " again");
            }
        }
        List<Integer> gaps = new ArrayList<>();
        for (int number = 1; !numbers.isEmpty() && number < numbers.last(); number++) {
            if (!numbers.contains(number)) {
                gaps.add(number);
            }
        }
        Set<String> lost = new TreeSet<>(codes(seen));
        lost.removeAll(new HashSet<>(seen.ledger()));
        say(failures, "codes of no scheme or listed twice", strange);
        say(failures, "numbers that no customer has", gaps);
        say(failures, "approved codes that the hub does not list", lost);
    }

    private static void deliveries(
            List<String> failures, String sandbox, List<String> codes, Map<String, Integer> held) {
        Map<String, Integer> wrong = new TreeMap<>();
        for (String code : codes) {
            int times = held.getOrDefault(code, 0);
            if (times != 1) {
                wrong.put(code, times);
            }
        }
        say(failures, "codes that " + sandbox + " does not hold exactly once (how often)", wrong.entrySet());
    }

    private static List<String> wrongHistories(Observations seen) {
        return seen.approved().stream()
                .filter(row -> !seen.histories()
                        .getOrDefault(row.code(), List.of())
                        .equals(List.of(new Entry("requester", List.of("steward"), row.reason()))))
                .map(Approved::code)
                .toList();
    }

    private static void say(List<String> failures, String what, java.util.Collection<?> wrong) {
        if (!wrong.isEmpty()) {
            List<String> some = wrong.stream().limit(SHOWN).map(String::valueOf).toList();
            failures.add(what + ": " + wrong.size() + ", such as " + String.join("; ", some));
        }
    }
}
