package org.mdmhub.quality.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberTest {

    @ParameterizedTest
    @CsvSource({
        "CN, 91110000600037341L",
        "CN, 110105123456789",
        "CN, 11010519491231002X",
        "CN, 11010519491231002X01",
        "TW, 04595257",
        "TW, 10458575",
        "JP, 1180301018771",
        "JP, T1180301018771",
        "KR, 120-81-47521",
        "IN, 27AAPFU0939F1ZV",
        "AU, 51824753556",
        "BR, 16.727.230/0001-97",
        "US, 12-3456789",
        "CH, CHE-116.281.710",
        "NO, 974760673MVA",
        "RU, 7707083893",
        "FR, ANYTHING"
    })
    void these_are_taken(String country, String number) {
        assertThat(TaxNumber.isValid(number, country)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 91110000600037341M",
        "CN, 11010519491231003X",
        "CN, 1234",
        "TW, 04595256",
        "JP, 2180301018771",
        "KR, 1208147522",
        "IN, 27AAPFU0939F1ZW",
        "AU, 51824753557",
        "BR, 16727230000198",
        "US, 1234567",
        "CH, CHE116281711",
        "NO, 974760674",
        "RU, 7707083894"
    })
    void these_are_not(String country, String number) {
        assertThat(TaxNumber.isValid(number, country)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 11010519491231002X, 17",
        "JP, 1180301018771, 13",
        "AU, 51824753556, 11",
        "NO, 974760673, 9",
        "IN, 27AAPFU0939F1ZV, 2"
    })
    void every_single_wrong_digit_is_seen(String country, String number, int places) {
        for (int place = 0; place < places; place++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = number.substring(0, place) + other + number.substring(place + 1);
                // 0 and 9 weigh the same by nine, and only there
                boolean blind = country.equals("JP") && Math.abs(other - number.charAt(place)) == 9;
                assertThat(TaxNumber.isValid(wrong, country))
                        .as(wrong + " for " + number)
                        .isEqualTo(wrong.equals(number) || CreditCode.isValid(wrong) || (blind && place > 0));
            }
        }
    }
}
