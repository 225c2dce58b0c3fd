package org.mdmhub.quality.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.reference.Divisions;

/** What a credit code tells, and when a mistyped one is repaired. */
class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"600037341", "D2143569X", "M000100Y4"})
    void these_organisation_codes_are_valid(String code) {
        assertThat(OrganisationCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600037342", "60003734", "6000373411", "d2143569x", "D21435690"})
    void these_are_not(String code) {
        assertThat(OrganisationCode.isValid(code)).isFalse();
    }

    @Property(seed = "20261122", tries = 200)
    void every_single_wrong_digit_in_an_organisation_code_is_seen(
            @ForAll @IntRange(max = 99_999_999) int number, @ForAll @IntRange(max = 7) int place) {
        String code = organisation(String.format("%08d", number));
        char now = code.charAt(place);
        for (char other = '0'; other <= '9'; other++) {
            String wrong = code.substring(0, place) + other + code.substring(place + 1);
            assertThat(OrganisationCode.isValid(wrong)).as(wrong).isEqualTo(other == now);
        }
    }

    @ParameterizedTest
    @CsvSource({"91320506MAYG7LCM5N, 江苏省, 苏州市", "91110000600037341L, 北京市, 北京市", "91440309MAUEMHLF73, 广东省, 深圳市"})
    void it_tells_where_its_holder_was_registered(String code, String province, String city) {
        assertThat(CreditCode.place(code)).contains(new Divisions.Place(province, city));
    }

    @ParameterizedTest
    @CsvSource({
        "91, ENTERPRISE",
        "92, SOLE_TRADER",
        "93, COOPERATIVE",
        "11, GOVERNMENT",
        "12, PUBLIC_INSTITUTION",
        "52, SOCIAL_ORGANISATION",
        "N2, RURAL_COLLECTIVE",
        "99, OTHER",
        "Y1, OTHER"
    })
    void it_tells_who_its_holder_is(String begins, CreditCode.Kind kind) {
        assertThat(CreditCode.kind(begins + "110000600037341L".substring(0, 16)))
                .isEqualTo(kind);
    }

    @Test
    void a_repair_is_told_where_only_one_code_can_be_meant() {
        String code = "91110000600037341L";
        int told = 0;
        for (int place = 0; place < 18; place++) {
            for (char other : CreditCode.ALPHABET.toCharArray()) {
                String wrong = code.substring(0, place) + other + code.substring(place + 1);
                Optional<String> repair = CreditCodeRepair.of(wrong);
                if (wrong.equals(code)) {
                    assertThat(repair).isEmpty();
                }
                // what is told is a code by every check there is
                repair.ifPresent(one -> assertThat(CreditCode.isValid(one)
                                && OrganisationCode.isValid(OrganisationCode.of(one))
                                && Divisions.exists(CreditCode.division(one)))
                        .isTrue());
                told += repair.filter(code::equals).isPresent() ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9111", "911100006000373411L1", "91110000600037341L", "OOOOOOOOOOOOOOOOOO"})
    void what_is_valid_or_no_code_at_all_is_not_repaired(String code) {
        assertThat(CreditCodeRepair.of(code)).isEmpty();
    }

    @Test
    void a_letter_that_codes_do_not_have_is_repaired_by_the_digit_that_was_meant() {
        assertThat(CreditCodeRepair.of("9111000060003734IL")).contains("91110000600037341L");
    }

    private static String organisation(String first8) {
        for (char check : "0123456789X".toCharArray()) {
            if (OrganisationCode.isValid(first8 + check)) {
                return first8 + check;
            }
        }
        throw new AssertionError("11 characters cover every remainder");
    }
}
