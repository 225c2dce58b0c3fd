package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "苏州澄湖精工有限公司|有限公司",
                "苏州澄湖精工有限责任公司|有限责任公司",
                "蘇州澄湖精工有限責任公司|有限責任公司",
                "Acme Trading Co., Ltd.|Co., Ltd.",
                "ACME MASCHINENBAU GMBH|GMBH"
            })
    void the_form_is_shown_as_it_is_written(String name, String form) {
        assertThat(WrittenForm.of(name)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"苏州澄湖精工", "Acme", "", "..."})
    void a_name_without_a_form_has_none(String name) {
        assertThat(WrittenForm.of(name)).isEmpty();
    }
}
