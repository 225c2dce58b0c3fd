package org.mdmhub.coding;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;

/**
 * The counter's number, filled up to {@code length} places.
 *
 * @param start the first number
 * @param scope names of the segments before it whose texts have a counter of their own each
 */
record SequenceSegment(int length, long start, Alphabet alphabet, List<String> scope) implements Segment {

    private static final int MOST_PLACES = 18;
    private static final long MOST_NUMBERS = 1_000_000_000_000_000_000L;
    private static final String NO_SCOPE = "NONE";

    static SequenceSegment read(Settings settings) {
        int length = (int) settings.number("length", 1, MOST_PLACES, null);
        Alphabet alphabet = new Alphabet(settings.text("alphabet", Alphabet.DIGITS.characters()));
        if (!alphabet.isProper()) {
            settings.wrong("alphabet", "schemeAlphabet");
            alphabet = Alphabet.DIGITS;
        }
        while (Math.pow(alphabet.size(), length) > MOST_NUMBERS) {
            settings.wrong("length", "schemeRange", "1", String.valueOf(--length));
        }
        long last = alphabet.numbers(length) - 1;
        long start = settings.number("start", 1, last, 1L);
        List<String> scope = settings.words("scope").stream()
                .filter(name -> !name.equals(NO_SCOPE))
                .toList();
        return new SequenceSegment(length, start, alphabet, scope);
    }

    /** The highest number that it can show. */
    long last() {
        return alphabet.numbers(length) - 1;
    }

    /** Whether it can go on with the other's counter. */
    boolean continues(SequenceSegment other) {
        return length == other.length && alphabet.equals(other.alphabet) && scope.equals(other.scope);
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "SEQUENCE");
        settings.put("length", length);
        if (start != 1) {
            settings.put("start", start);
        }
        if (!alphabet.equals(Alphabet.DIGITS)) {
            settings.put("alphabet", alphabet.characters());
        }
        if (!scope.isEmpty()) {
            settings.put("scope", scope);
        }
        return settings;
    }

    @Override
    public @Nullable String part(Birth birth, long number, String before) {
        return number > last() ? null : alphabet.write(number, length);
    }

    @Override
    public String shape() {
        return "[" + alphabet.characters() + "]{" + length + "}";
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return List.of(Collections.nCopies(length, alphabet.characters()));
    }

    @Override
    public Optional<SequenceSegment> sequence() {
        return Optional.of(this);
    }

    @Override
    public void judge(Settings settings, List<Segment> earlier, List<Field<MasterRecord>> fields) {
        List<String> names = earlier.stream().map(Segment::name).toList();
        scope.stream().filter(name -> !names.contains(name)).forEach(name -> settings.wrong("scope", "choice", name));
    }
}
