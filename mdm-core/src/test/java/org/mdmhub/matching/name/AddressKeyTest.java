package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {

    @ParameterizedTest
    @CsvSource({
        "浦东新区,上海市浦东新区云岭镇长风西二路888号C楼,浦东,长风西2路888号c座,true",
        "浦东新区,长风西路888号3栋201室,浦东新区,长风西路888号3栋202室,true",
        "浦东新区,长风西路888号,浦东新区,长风西路889号,false",
        "浦东新区,长风西路888号,浦东新区,明月街888号,false",
        "Springfield,12224 Elm Blvd.,Springfield,'12224 Elm Boulevard, Suite 5',true",
        "Springfield,34 Peach Rd. NE,Springfield,34 Peach Road Northeast,true",
        "Springfield,200 W. 5th St. between Main and Elm,Springfield,200 West Fifth Street,true",
        "Springfield,200 Elm St,Springfield,200 Oak St,false",
        "Musterstadt,Hauptstraße 5,Musterstadt,Hauptstr. 5,true",
        "Musterstadt,Hauptstraße 5,Musterstadt,Hauptstr. 7,false",
    })
    void one_house_has_one_key_however_it_is_written(
            String place, String street, String other, String theirs, boolean same) {
        String one = AddressKey.of(null, null, place, street).keys().get(0);
        String two = AddressKey.of(null, null, other, theirs).keys().get(0);
        assertThat(one.equals(two)).isEqualTo(same);
    }

    @Test
    void divisions_may_stand_in_the_fields_or_in_the_street() {
        AddressKey fields = AddressKey.of("山东省", "济南市", "历城区", "长风路3号");
        assertThat(AddressKey.of(null, null, null, "山东省济南市历城区长风路三号")).isEqualTo(fields);
        assertThat(fields.keys()).contains("road:长风路/3", "place:历城/长风路");
    }

    @Test
    void nothing_has_no_key() {
        assertThat(AddressKey.of(null, null, null, null).keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+86 21 5555 1234,021-55551234转801,EQUAL",
        "021-55551234,5555 1234,SAME_LAST",
        "+86 138-0000-1111,13800001111,EQUAL",
        "010-55551234,021-55551234,OTHER",
        "n/a,021-55551234,UNKNOWN",
    })
    void two_telephone_numbers_have_a_level(String one, String other, PhoneKey.Level level) {
        assertThat(PhoneKey.of(one).compare(PhoneKey.of(other))).isEqualTo(level);
        assertThat(PhoneKey.of(other).compare(PhoneKey.of(one))).isEqualTo(level);
    }

    @Test
    void a_domain_tells_a_company_unless_it_is_everybodys() {
        assertThat(MailDomain.of("Sales@Northwind.example")).isEqualTo("northwind.example");
        assertThat(MailDomain.of("someone@QQ.com")).isEmpty();
        assertThat(MailDomain.of("no address")).isEmpty();
        assertThat(MailDomain.of(null)).isEmpty();
    }
}
