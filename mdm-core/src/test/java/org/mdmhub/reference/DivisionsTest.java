package org.mdmhub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    @ParameterizedTest
    @CsvSource({
        "320500, 江苏省, 苏州市",
        "440305, 广东省, 深圳市",
        "310115, 上海市, 上海市",
        "500000, 重庆市, 重庆市",
        "419001, 河南省, 济源市",
        "429021, 湖北省, 神农架林区",
        "659012, 新疆维吾尔自治区, 白杨市",
        "540100, 西藏自治区, 拉萨市"
    })
    void a_code_tells_province_and_city(String code, String province, String city) {
        assertThat(Divisions.of(code)).contains(new Divisions.Place(province, city));
    }

    @Test
    void a_province_code_or_a_withdrawn_city_tells_the_province_alone() {
        assertThat(Divisions.of("330000")).contains(new Divisions.Place("浙江省", null));
        assertThat(Divisions.of("371200")).contains(new Divisions.Place("山东省", null));
    }

    @Test
    void what_is_no_division_tells_nothing() {
        assertThat(Divisions.of("990000")).isEmpty();
        assertThat(Divisions.of("31A000")).isEmpty();
        assertThat(Divisions.of("")).isEmpty();
    }
}
