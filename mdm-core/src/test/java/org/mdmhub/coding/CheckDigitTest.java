package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.coding.CheckDigit.ISO7064_MOD_11_10;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {

    @ParameterizedTest
    @CsvSource({"C00000017, 5", "C00000001, 1", "0794, 5", "13669597, 6"})
    void known_numbers_have_their_known_check_digit(String text, char check) {
        assertThat(ISO7064_MOD_11_10.over(text)).isEqualTo(check);
    }

    @Property(seed = "20261122", tries = 500)
    void every_single_wrong_digit_is_seen(
            @ForAll @NumericChars @StringLength(min = 1, max = 18) String digits,
            @ForAll @IntRange(max = 18) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String code = digits + ISO7064_MOD_11_10.over(digits);
        int at = place % code.length();
        char other = (char) ('0' + (code.charAt(at) - '0' + shift) % 10);
        String wrong = code.substring(0, at) + other + code.substring(at + 1);

        assertThat(isRight(code)).isTrue();
        assertThat(isRight(wrong)).isFalse();
    }

    @Property(seed = "20261122", tries = 200)
    void what_is_no_digit_does_not_count(@ForAll @NumericChars @StringLength(min = 1, max = 18) String digits) {
        assertThat(ISO7064_MOD_11_10.over("X-" + digits + "é")).isEqualTo(ISO7064_MOD_11_10.over(digits));
    }

    private static boolean isRight(String code) {
        int last = code.length() - 1;
        return ISO7064_MOD_11_10.over(code.substring(0, last)) == code.charAt(last);
    }
}
