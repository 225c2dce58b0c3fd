package org.mdmhub.coding;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;

/** Check characters over all that stands before them. */
record CheckSegment(CheckDigit algorithm) implements Segment {

    static CheckSegment read(Settings settings) {
        String name = settings.text("algorithm", null);
        return new CheckSegment(Arrays.stream(CheckDigit.values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    if (!name.isEmpty()) {
                        settings.wrong("algorithm", "choice", name);
                    }
                    return CheckDigit.ISO7064_MOD_11_10;
                }));
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "CHECK");
        settings.put("algorithm", algorithm.name());
        return settings;
    }

    @Override
    public String part(Birth birth, long number, String before) {
        return algorithm.over(Ledger.norm(before));
    }

    @Override
    public String shape() {
        return "[" + algorithm.characters() + "]{" + algorithm.length() + "}";
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return List.of(Collections.nCopies(algorithm.length(), algorithm.characters()));
    }

    @Override
    public Optional<CheckSegment> check() {
        return Optional.of(this);
    }

    /** A check over digits says nothing of a number that is written in letters. */
    @Override
    public void judge(Settings settings, List<Segment> earlier, List<Field<MasterRecord>> fields) {
        boolean letters = earlier.stream()
                .flatMap(segment -> segment.sequence().stream())
                .anyMatch(sequence -> !sequence.alphabet().equals(Alphabet.DIGITS));
        if (letters && !algorithm.knowsLetters()) {
            settings.wrong("algorithm", "schemeCheckDigits");
        }
    }
}
