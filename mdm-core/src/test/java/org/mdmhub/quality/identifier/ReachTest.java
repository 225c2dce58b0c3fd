package org.mdmhub.quality.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones, mails, postcodes, cards, industries and DUNS numbers. */
class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "CN, 13800138000, true",
        "CN, +8613800138000, true",
        "CN, 021-68888888, true",
        "CN, 0512-69382716, true",
        "CN, 021-68888888-801, true",
        "CN, 021-68888888转801, true",
        "CN, 400-820-8820, true",
        "CN, 95588, true",
        "DE, 030 123456, true",
        "US, (212) 555-2368, true",
        "CN, 1380013800, false",
        "CN, 12345678901, false",
        "CN, 见名片, false",
        "CN, 010-12 ext, false",
        "CN, '', false"
    })
    void a_phone_is_one_at_which_somebody_can_be_reached(String country, String phone, boolean valid) {
        assertThat(Phone.isValid(phone, country)).isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cn",
                "first.last+tag@sub.example.com",
                "o'neil@example.org",
                "张三@例子.中国",
                "x@xn--fiqs8s.cn",
                "1@2.io"
            })
    void these_mail_addresses_are_taken(String mail) {
        assertThat(Email.isValid(mail)).isTrue();
        assertThat(Email.repair(mail)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.cn",
                "a@",
                "a@b..cn",
                "a@-b.cn",
                "a b@c.cn",
                "a..b@c.cn",
                ".a@b.cn",
                "a@b.c1",
                "a@@b.cn",
                "a@1.2.3.4"
            })
    void these_are_not(String mail) {
        assertThat(Email.isValid(mail)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'zhang@example,com', zhang@example.com",
        "zhang@example。com, zhang@example.com",
        "'zhang @ example.com;', zhang@example.com"
    })
    void a_mistyped_sign_in_a_mail_address_is_repaired(String mail, String meant) {
        assertThat(Email.repair(mail)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 215164, true", "CN, 21516, false", "CN, 2151640, false", "DE, 21107, true", "DE, 2110, false",
        "GB, SW1A 1AA, true", "GB, 12345, false", "US, 10118-0110, true", "NL, 1012 js, true", "JP, 100-0001, true",
        "TW, 100, true", "HK, anything, true", "AT, 1010, true", "CA, K1A 0B1, true"
    })
    void a_postcode_looks_as_its_country_writes_it(String country, String code, boolean valid) {
        assertThat(Postcode.isValid(code, country)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"6222020200112233440, true", "4111 1111 1111 1111, true", "4111111111111112, false", "1234567, false"})
    void a_card_is_checked_by_its_last_digit(String number, boolean valid) {
        String last = number.startsWith("62") ? closed("622202020011223344") : number;
        assertThat(BankCard.isValid(last)).isEqualTo(valid);
    }

    @Property(seed = "20261122", tries = 300)
    void every_wrong_digit_and_most_swaps_in_a_card_are_seen(
            @ForAll @NumericChars @StringLength(15) String body,
            @ForAll @IntRange(max = 15) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String card = closed(body);
        char other = (char) ('0' + (card.charAt(place) - '0' + shift) % 10);
        assertThat(Luhn.isValid(card)).isTrue();
        assertThat(Luhn.isValid(card.substring(0, place) + other + card.substring(place + 1)))
                .isFalse();
        if (place < 15) {
            char one = card.charAt(place);
            char two = card.charAt(place + 1);
            String swapped = card.substring(0, place) + two + one + card.substring(place + 2);
            // all swaps but those of 0 and 9
            assertThat(Luhn.isValid(swapped))
                    .isEqualTo(one == two || one + two == '0' + '9' && Math.abs(one - two) == 9);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C3451, true",
        "A01, true",
        "T9700, true",
        "B3451, false",
        "C, false",
        "3451, false",
        "U99, false",
        "C00, false"
    })
    void an_industry_is_a_letter_and_the_digits_that_belong_to_it(String code, boolean valid) {
        assertThat(Industry.isValid(code)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"3451, C3451", "c3451, C3451", "B3451, C3451"})
    void an_industry_without_its_letter_is_repaired(String code, String meant) {
        assertThat(Industry.repair(code)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"123456789, true", "12-345-6789, true", "12345678, false", "12345678A, false"})
    void a_duns_number_has_nine_digits(String number, boolean valid) {
        assertThat(Duns.isValid(number)).isEqualTo(valid);
    }

    private static String closed(String body) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (Luhn.isValid(body + digit)) {
                return body + digit;
            }
        }
        throw new AssertionError("ten digits cover every remainder");
    }
}
