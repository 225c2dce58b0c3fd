package org.mdmhub.quality.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.mother.IdentifierMother;

/** Identifiers with check characters: known ones, and every single wrong character that their algorithm promises to see. */
class IdentifiersTest {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String SEED = "20261122";

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "91350100M000100Y43", "91110000MA00000240", "N2110000MA0012345U"})
    void these_credit_codes_are_valid(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4Z",
                "91110000600037341M",
                "9111000060003734",
                "91110000600037341LL",
                "01110000600037341L",
                "9111000O600037341L",
                "91110000600037341l"
            })
    void these_credit_codes_are_not(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Property(seed = SEED, tries = 300)
    void every_single_substitution_in_a_credit_code_is_seen(
            @ForAll @Chars({'0', '1', '2', '5', '9', 'A', 'H', 'M', 'Y'}) @StringLength(17) String body,
            @ForAll @IntRange(max = 17) int place) {
        String code = IdentifierMother.creditCode("9" + body.substring(1));

        assertThat(CreditCode.isValid(code)).isTrue();
        for (char other : CREDIT.toCharArray()) {
            String wrong = code.substring(0, place) + other + code.substring(place + 1);
            assertThat(CreditCode.isValid(wrong)).as(wrong).isEqualTo(wrong.equals(code));
        }
    }

    @Property(seed = SEED, tries = 300)
    void every_swap_of_neighbours_in_a_credit_code_is_seen(
            @ForAll @Chars({'0', '1', '2', '5', '9', 'A', 'H', 'M', 'Y'}) @StringLength(17) String body,
            @ForAll @IntRange(max = 16) int place) {
        String code = IdentifierMother.creditCode("9" + body.substring(1));
        String swapped = swap(code, place);

        assertThat(CreditCode.isValid(swapped)).isEqualTo(swapped.equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "HWUPKR0MPOU8FGXBT394", "529900T8BM49AURSDO55"})
    void these_leis_are_valid(String lei) {
        assertThat(Lei.isValid(lei)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R1", "5493001kjtiigc8y1r12", "HWUPKR0MPOU8FGXBT3AB"
            })
    void these_leis_are_not(String lei) {
        assertThat(Lei.isValid(lei)).isFalse();
    }

    @Property(seed = SEED, tries = 300)
    void every_wrong_letter_or_digit_in_a_lei_is_seen(
            @ForAll @NumericChars @CharRange(from = 'A', to = 'Z') @StringLength(18) String body,
            @ForAll @IntRange(max = 19) int place,
            @ForAll @IntRange(min = 1, max = 25) int shift) {
        String lei = IdentifierMother.lei(body);
        String wrong = other(lei, place, shift);

        assertThat(Lei.isValid(lei)).isTrue();
        assertThat(Lei.isValid(wrong)).isEqualTo(wrong.equals(lei));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "036000291452", "96385074", "00012345600012"})
    void these_gtins_are_valid(String gtin) {
        assertThat(Gtin.isValid(gtin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4006381333932", "400638133393", "9638507", "123456789", "000123456000122", "٩٦٣٨٥٠٧٤"})
    void these_gtins_are_not(String gtin) {
        assertThat(Gtin.isValid(gtin)).isFalse();
    }

    @Property(seed = SEED, tries = 300)
    void every_single_wrong_digit_in_a_gtin_is_seen(
            @ForAll @NumericChars @StringLength(12) String body,
            @ForAll @IntRange(max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String gtin = IdentifierMother.gtin(body);

        assertThat(Gtin.isValid(gtin)).isTrue();
        assertThat(Gtin.isValid(other(gtin, place, shift))).isFalse();
    }

    @Property(seed = SEED, tries = 300)
    void no_text_breaks_them(@ForAll String text, @ForAll @AlphaChars @StringLength(2) String country) {
        assertThat(CreditCode.isValid(text)).isFalse();
        assertThat(Lei.isValid(text)).isFalse();
        VatNumber.isValid(text);
        VatNumber.isValid(country + text);
        Gtin.isValid(text);
        CreditCodeRepair.of(text);
        OrganisationCode.isValid(text);
        TaxNumber.isValid(text, country);
        Phone.isValid(text, country);
        Email.repair(text);
        BankCard.isValid(text);
        Industry.repair(text);
        Postcode.isValid(text, country);
    }

    private static String swap(String code, int place) {
        return code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);
    }

    /** Another letter in place of a letter, another digit in place of a digit. */
    private static String other(String code, int place, int shift) {
        char now = code.charAt(place);
        char first = Character.isDigit(now) ? '0' : 'A';
        int kinds = Character.isDigit(now) ? 10 : 26;
        char other = (char) (first + (now - first + shift) % kinds);
        return code.substring(0, place) + other + code.substring(place + 1);
    }
}
