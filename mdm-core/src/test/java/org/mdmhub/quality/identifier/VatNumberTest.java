package org.mdmhub.quality.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published numbers of every member state, and every single wrong digit in those whose algorithm promises to see it. */
class VatNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BG175074752",
                "CY10259033P",
                "CZ25123891",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "ESB58378431",
                "ES54362315K",
                "ESX2482300W",
                "ESJ99216582",
                "FI20774740",
                "FR40303265045",
                "FRK7399859412",
                "GB980780684",
                "GBGD001",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE6433435OA",
                "IE8D79739I",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "LV40003521600",
                "LV16117519997",
                "MT11679112",
                "NL004495445B01",
                "NL002455799B11",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE123456789701",
                "SI50223054",
                "SK2022749619",
                "XI980780684",
                "CHE-116.281.710",
                "NO974760673"
            })
    void these_vat_numbers_are_not_refused(String number) {
        assertThat(VatNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE",
                "DE136695977",
                "DE13669597",
                "FR41303265045",
                "IT00743110158",
                "GB980780685",
                "AT12345678",
                "GB12345",
                "FRXX12345",
                "CH 116",
                "IE6433435E",
                "NL123456789B01",
                "ESB58378432",
                "ES54362315Z",
                "SI50223055",
                "SK2022749618"
            })
    void these_vat_numbers_are_refused(String number) {
        assertThat(VatNumber.isValid(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "FI20774740",
                "FR40303265045",
                "HR33392005961",
                "HU12892312",
                "IT00743110157",
                "LU15027442",
                "MT11679112",
                "PL8567346215",
                "SI50223054",
                "SK2022749619"
            })
    void every_single_wrong_digit_is_seen(String number) {
        int first = number.startsWith("AT") ? 3 : 2;
        for (int place = first; place < number.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = number.substring(0, place) + other + number.substring(place + 1);
                assertThat(VatNumber.isValid(wrong)).as(wrong).isEqualTo(wrong.equals(number));
            }
        }
    }

    /** Where ten counts as another remainder, or two remainders are right, a few wrong digits go unseen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE0428759497",
                "BG175074752",
                "CZ25123891",
                "EL094259216",
                "LT119511515",
                "PT501964843",
                "RO18547290",
                "LV40003521600",
                "SE123456789701"
            })
    void most_wrong_digits_are_seen_where_two_remainders_fit(String number) {
        int missed = 0;
        for (int place = 2; place < number.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = number.substring(0, place) + other + number.substring(place + 1);
                missed += !wrong.equals(number) && VatNumber.isValid(wrong) ? 1 : 0;
            }
        }
        // of the two last digits of a Swedish number none is a check digit
        assertThat(missed).isLessThanOrEqualTo(number.startsWith("SE") ? 18 : 8);
    }
}
