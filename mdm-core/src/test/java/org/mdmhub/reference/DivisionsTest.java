package org.mdmhub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_province_code_tells_the_province_alone_and_a_withdrawn_city_what_it_went_into() {
        assertThat(Divisions.of("330000")).contains(new Divisions.Place("浙江省", null));
        assertThat(Divisions.of("371202")).contains(new Divisions.Place("山东省", "济南市"));
        assertThat(Divisions.of("341400")).contains(new Divisions.Place("安徽省", null));
    }

    @Test
    void what_is_no_division_tells_nothing() {
        assertThat(Divisions.of("990000")).isEmpty();
        assertThat(Divisions.of("31A000")).isEmpty();
        assertThat(Divisions.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110000", "110101", "110100", "320500", "320506", "310108", "371200", "469003", "810000", "419001"
            })
    void provinces_cities_counties_and_withdrawn_ones_exist(String code) {
        assertThat(Divisions.exists(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "100000", "990000", "320599", "32050A", "32", "3205", "200000"})
    void what_was_never_assigned_does_not(String code) {
        assertThat(Divisions.exists(code)).isFalse();
    }

    @Test
    void they_lie_in_each_other() {
        assertThat(Divisions.provinces()).hasSize(31).contains("上海市", "内蒙古自治区");
        assertThat(Divisions.cities("海南省")).contains("海口市", "文昌市").doesNotContain("省直辖县级行政区划");
        assertThat(Divisions.cities("重庆市")).containsExactly("重庆市");
        assertThat(Divisions.districts("重庆市", "重庆市")).contains("万州区", "城口县");
        assertThat(Divisions.districts("江苏省", "苏州市")).contains("吴中区", "昆山市");
        assertThat(Divisions.districts("江苏省", "杭州市")).isEmpty();
        assertThat(Divisions.cities("江南省")).isEmpty();
    }
}
