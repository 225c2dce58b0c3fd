package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.record.FieldValues;

/** Two schemes that can make the same code are always seen, and few others are held against each other. */
class LanguageTest {

    private static final List<String> UNITS = List.of("A", "B1", "1-2");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "C:8, C:8, true",
        "C:8, P:8, false",
        "C:8, C:9, false",
        "C:8, C1:7, true",
        "C-:8, C:8, true",
        "C:4 X:0, C:5, false",
        "A.B:2, AB:2, true"
    })
    void known_pairs(String one, String other, boolean meet) {
        assertThat(language(pattern(one)).meets(language(pattern(other)))).isEqualTo(meet);
        assertThat(language(pattern(other)).meets(language(pattern(one)))).isEqualTo(meet);
    }

    /** Words as {@code C:8} or {@code C:4 X:0}: a literal and digits of the number, the rest literals. */
    private static CodePattern pattern(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String word : text.split(" ")) {
            segments.add(new LiteralSegment(word.split(":")[0]));
            int digits = Integer.parseInt(word.split(":")[1]);
            if (digits > 0) {
                segments.add(new SequenceSegment(digits, 1, Alphabet.DIGITS, List.of()));
            }
        }
        return new CodePattern(segments);
    }

    private static Language language(CodePattern pattern) {
        return pattern.language(UNITS);
    }

    /** If codes of two random schemes are ever equal, they are said to meet; what does not meet is never equal. */
    @Property(seed = "20261122", tries = 400)
    void schemes_that_make_the_same_code_are_always_seen(
            @ForAll("patterns") CodePattern one, @ForAll("patterns") CodePattern other) {
        Set<String> common = codes(one, 1);
        common.retainAll(codes(other, 2));

        boolean meet = language(one).meets(language(other));

        assertThat(language(other).meets(language(one))).isEqualTo(meet);
        if (!common.isEmpty()) {
            assertThat(meet)
                    .as("%s and %s both make %s", one.settings(), other.settings(), common)
                    .isTrue();
        }
        assertThat(language(one).meets(language(one))).isTrue();
    }

    /** What a scheme makes it also reads: shape, check and number. */
    @Property(seed = "20261122", tries = 300)
    void a_scheme_reads_its_own_codes(@ForAll("patterns") CodePattern pattern) {
        for (long number : List.of(1L, 2L, pattern.sequence().last())) {
            String norm = Ledger.norm(String.valueOf(pattern.compose(pattern.example(birth(0)), number)));
            assertThat(pattern.hasShape(norm)).as(norm).isTrue();
            assertThat(pattern.checks(norm)).as(norm).isTrue();
            assertThat(pattern.numberIn(norm)).isEqualTo(number);
        }
        assertThat(pattern.compose(pattern.example(birth(0)), pattern.sequence().last() + 1))
                .isNull();
        assertThat(CodePattern.of(pattern.settings()).settings()).isEqualTo(pattern.settings());
    }

    /** Every code of short numbers, of each organisation and each value, at several days. */
    private static Set<String> codes(CodePattern pattern, long seed) {
        Random random = new Random(seed);
        Set<String> codes = new HashSet<>();
        long last = Math.min(pattern.sequence().last(), 1100);
        for (int kind = 0; kind < UNITS.size() * 2; kind++) {
            for (long number = 1; number <= last; number += last > 200 ? 1 + random.nextInt(9) : 1) {
                String code = pattern.compose(birth(kind), number);
                if (code != null) {
                    codes.add(Ledger.norm(code));
                }
            }
        }
        return codes;
    }

    private static Birth birth(int kind) {
        String group = kind % 2 == 0 ? "ONE" : "TWO";
        return new Birth(
                UNITS.get(kind / 2), FieldValues.of(Map.of("group", group)), NOW.plusSeconds(kind * 8_000_000L), null);
    }

    @Provide
    Arbitrary<CodePattern> patterns() {
        Arbitrary<Segment> literal = Arbitraries.of("A", "B", "1", "A-", "2.0").map(LiteralSegment::new);
        Arbitrary<Segment> field = Arbitraries.of(Map.of("ONE", "A", "TWO", "1"), Map.of("ONE", "BA", "*", "20"))
                .map(map -> new FieldSegment("FIELD", "group", map));
        Arbitrary<Segment> unit = Arbitraries.of(Map.<String, String>of(), Map.of("A", "1", "B1", "A", "1-2", "2"))
                .map(OrganisationSegment::new);
        Arbitrary<Segment> year = Arbitraries.of(2, 4).map(digits -> new YearSegment(digits, java.time.ZoneOffset.UTC));
        Arbitrary<Segment> month = Arbitraries.just(new MonthSegment(java.time.ZoneOffset.UTC));
        Arbitrary<List<Segment>> before =
                Arbitraries.oneOf(literal, field, unit, year, month).list().ofMaxSize(2);
        Arbitrary<Segment> sequence = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.of(Alphabet.DIGITS, new Alphabet("AB12")))
                .as((length, alphabet) -> new SequenceSegment(length, 1, alphabet, List.of()));
        Arbitrary<List<Segment>> check = Arbitraries.of(CheckDigit.class)
                .<Segment>map(CheckSegment::new)
                .list()
                .ofMaxSize(1);
        return Combinators.combine(before, sequence, check).as((first, number, last) -> {
            List<Segment> all = new ArrayList<>(first);
            all.add(number);
            all.addAll(last);
            return new CodePattern(all);
        });
    }
}
