package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each algorithm sees what its source promises, no less; what it does not see is said as exactly. */
class CheckDigitTest {

    private static final String DIGITS = Alphabet.DIGITS.characters();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @CsvSource({
        "ISO7064_MOD_11_10, C00000017, 5",
        "ISO7064_MOD_11_10, C00000001, 1",
        "ISO7064_MOD_11_10, 0794, 5",
        "ISO7064_MOD_11_10, 13669597, 6",
        "ISO7064_MOD_37_36, A12425GABC1234002, M",
        "ISO7064_MOD_97_10, 5493001KJTIIGC8Y1R, 12",
        "ISO7064_MOD_97_10, 529900T8BM49AURSDO, 55",
        "LUHN, 7992739871, 3",
        "LUHN, 0074311015, 7",
        "GS1, 400638133393, 1",
        "GS1, 9638507, 4",
        "GS1, 0001234560001, 2"
    })
    void known_numbers_have_their_known_check(CheckDigit algorithm, String text, String check) {
        assertThat(algorithm.over(text)).isEqualTo(check);
        assertThat(algorithm.holds(text + check)).isTrue();
    }

    /** A letter for a digit changes the length of what MOD 97-10 counts over; it promises nothing there. */
    @Property(seed = "20261122", tries = 300)
    void every_single_wrong_character_is_seen(@ForAll("algorithms") CheckDigit algorithm, @ForAll("texts") String raw) {
        String text = algorithm.knowsLetters() ? raw : raw.replaceAll("\\D", "7");
        String code = text + algorithm.over(text);
        for (int at = 0; at < code.length(); at++) {
            for (String other : others(algorithm, code.charAt(at))) {
                String wrong = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(algorithm.holds(wrong)).as("%s for %s", wrong, code).isFalse();
            }
        }
    }

    private static List<String> others(CheckDigit algorithm, char right) {
        String all = algorithm == CheckDigit.ISO7064_MOD_97_10
                ? (Character.isDigit(right) ? DIGITS : LETTERS)
                : algorithm.knowsLetters() ? DIGITS + LETTERS : DIGITS;
        return all.chars()
                .filter(other -> other != right)
                .mapToObj(Character::toString)
                .toList();
    }

    @Property(seed = "20261122", tries = 500)
    void luhn_sees_every_swap_of_neighbours_but_09_and_90(
            @ForAll @NumericChars @StringLength(min = 1, max = 18) String digits) {
        swaps(CheckDigit.LUHN, digits, (a, b) -> a + b == '0' + '9' && Math.abs(a - b) == 9);
    }

    @Property(seed = "20261122", tries = 500)
    void gs1_sees_every_swap_of_neighbours_but_those_that_differ_by_5(
            @ForAll @NumericChars @StringLength(min = 1, max = 18) String digits) {
        swaps(CheckDigit.GS1, digits, (a, b) -> Math.abs(a - b) == 5);
    }

    @Property(seed = "20261122", tries = 500)
    void mod_97_10_sees_every_swap_of_two_digits_or_two_letters(@ForAll("texts") String text) {
        String code = text + CheckDigit.ISO7064_MOD_97_10.over(text);
        for (int at = 0; at + 1 < code.length(); at++) {
            char a = code.charAt(at);
            char b = code.charAt(at + 1);
            if (a != b && Character.isDigit(a) == Character.isDigit(b)) {
                assertThat(CheckDigit.ISO7064_MOD_97_10.holds(swapped(code, at)))
                        .isFalse();
            }
        }
    }

    /** Two neighbours out of three characters, in each state that the algorithm can be in, and at the check itself. */
    @ParameterizedTest
    @CsvSource({"ISO7064_MOD_11_10, 0.9777", "ISO7064_MOD_37_36, 0.998"})
    void a_hybrid_system_sees_nearly_all_swaps_of_neighbours(CheckDigit algorithm, double promised) {
        String all = algorithm.knowsLetters() ? DIGITS + LETTERS : DIGITS;
        long swaps = 0;
        long seen = 0;
        for (String first : all.split("")) {
            for (String second : all.split("")) {
                for (String third : all.split("")) {
                    String code = first + second + third;
                    code += algorithm.over(code);
                    for (int at = 0; at < 3; at++) {
                        if (code.charAt(at) != code.charAt(at + 1)) {
                            swaps++;
                            seen += algorithm.holds(swapped(code, at)) ? 0 : 1;
                        }
                    }
                }
            }
        }
        assertThat((double) seen / swaps).isGreaterThanOrEqualTo(promised);
    }

    @ParameterizedTest
    @EnumSource(CheckDigit.class)
    void what_the_algorithm_does_not_know_does_not_count(CheckDigit algorithm) {
        assertThat(algorithm.over("1-2 3é")).isEqualTo(algorithm.over("123"));
        assertThat(algorithm.over("1A2").equals(algorithm.over("12"))).isEqualTo(!algorithm.knowsLetters());
    }

    @Test
    void the_alphabet_without_look_alikes_is_that_of_gb_32100() {
        assertThat(Alphabet.WITHOUT_LOOK_ALIKES.size()).isEqualTo(31);
        assertThat(Alphabet.WITHOUT_LOOK_ALIKES.isProper()).isTrue();
        assertThat(Alphabet.WITHOUT_LOOK_ALIKES.characters()).doesNotContainPattern("[IOZSV]");
        assertThat(new Alphabet("ABA").isProper()).isFalse();
    }

    private interface Blind {
        boolean to(int a, int b);
    }

    private static void swaps(CheckDigit algorithm, String text, Blind blind) {
        String code = text + algorithm.over(text);
        IntStream.range(0, code.length() - 1)
                .filter(at -> code.charAt(at) != code.charAt(at + 1))
                .forEach(at -> assertThat(algorithm.holds(swapped(code, at)))
                        .as("%s with %d swapped", code, at)
                        .isEqualTo(blind.to(code.charAt(at), code.charAt(at + 1))));
    }

    private static String swapped(String code, int at) {
        return code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(DIGITS + LETTERS).ofMinLength(1).ofMaxLength(16);
    }

    @Provide
    Arbitrary<CheckDigit> algorithms() {
        return Arbitraries.of(CheckDigit.class);
    }
}
