package org.mdmhub.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** What makes one look twice at a customer, and never stops it. */
@HubTest
class CustomerWarningsTest {

    @Autowired
    QualityGate gate;

    @Autowired
    Office office;

    @ParameterizedTest
    @CsvSource({
        "duns, 12345, duns",
        "industry, C99, industry",
        "taxId, 110105123456789, oldTaxNumber",
        "taxId, 1234, taxNumber",
        "postalCode, 12, postcode",
        "phone, 12345678901, phone",
        "invoicePhone, 000, phone",
        "email, nobody, email",
        "invoiceEmail, a@b, email",
        "province, 江南省, division"
    })
    void a_doubtful_value_is_a_warning(String field, String value, String code) {
        Checked checked = check(Map.of(field, value));

        assertThat(checked.findings())
                .extracting(Finding::pointer, Finding::code, Finding::severity)
                .containsExactly(tuple("/fields/" + field, code, Finding.Severity.WARNING));
        assertThat(checked.stopped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "industry, 3451, C3451",
        "province, 江苏, 江苏省",
        "email, 'a@example,com', a@example.com",
        "creditCode, 9111000060003734IL, 91110000600037341L",
        "taxId, 9111000060003734IL, 91110000600037341L"
    })
    void what_must_be_meant_is_suggested(String field, String value, String meant) {
        assertThat(check(Map.of(field, value)).findings())
                .extracting(Finding::suggestion)
                .containsExactly(meant);
    }

    @Test
    void a_place_abroad_is_not_judged_by_the_divisions_of_home() {
        assertThat(check(Map.of("country", "DE", "city", "Hamburg")).findings()).isEmpty();
        assertThat(check(Map.of("country", "DE", "addresses", List.of(Map.of("purpose", "SHIP_TO", "city", "Hamburg"))))
                        .findings())
                .isEmpty();
        assertThat(check(Map.of("addresses", List.of(Map.of("purpose", "SHIP_TO", "city", "Hamburg"))))
                        .findings())
                .extracting(Finding::pointer)
                .containsExactly("/fields/addresses/0/city");
    }

    @Test
    void an_organisation_code_that_does_not_fit_is_a_warning_inside_a_valid_credit_code() {
        assertThat(check(Map.of("creditCode", "91110000MA00000240")).findings())
                .extracting(Finding::code, finding -> finding.args().get(0))
                .containsExactly(tuple("organisationCode", "MA0000024"));
        assertThat(check(Map.of("creditCode", "91110000600037341L")).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"上海市, , /fields/province", "江苏省, 无锡市, /fields/city", "江苏省, 苏州市, ''", "江苏, 苏州, ''", "江苏省, , ''"})
    void a_region_that_the_credit_code_contradicts_is_a_warning(String province, String city, String pointer) {
        Map<String, Object> values = fields("creditCode", "91320506MAYG7LCM5N", "province", province);
        if (city != null) {
            values.put("city", city);
        }
        List<Finding> region = check(values).findings().stream()
                .filter(finding -> finding.code().equals("region"))
                .toList();

        assertThat(region).extracting(Finding::pointer).isEqualTo(pointer.isEmpty() ? List.of() : List.of(pointer));
        assertThat(region).allSatisfy(finding -> assertThat(finding.args()).containsExactly("江苏省苏州市"));
    }

    @ParameterizedTest
    @CsvSource({
        "江苏省, 苏州市, 吴中区, ''",
        "江苏省, 苏州市, 吴中, /fields/district",
        "江苏省, 杭州市, , /fields/city",
        "江苏省, 苏州, 吴中区, /fields/city",
        "江苏省, 苏州市, 苏州工业园区, ''",
        "江苏省, 苏州市, 西湖区, /fields/district",
        "上海市, 上海市, 浦东新区, ''",
        "上海市, 上海市, 浦西区, /fields/district",
        "广东省, 东莞市, 长安镇, ''",
        "河南省, 济源市, , ''",
        "新疆维吾尔自治区, 石河子市, , ''"
    })
    void divisions_must_lie_in_each_other(String province, String city, String district, String pointer) {
        Map<String, Object> values = fields("province", province, "city", city);
        if (district != null) {
            values.put("district", district);
        }
        assertThat(check(values).findings())
                .extracting(Finding::code, Finding::pointer)
                .isEqualTo(pointer.isEmpty() ? List.of() : List.of(tuple("division", pointer)));
    }

    @Test
    void addresses_are_looked_at_by_their_own_country() {
        Checked checked = check(Map.of(
                "addresses",
                List.of(
                        Map.of("country", "DE", "province", "Hamburg", "postalCode", "21107"),
                        Map.of("province", "浙江", "postalCode", "1"))));

        assertThat(checked.findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/fields/addresses/1/province", "/fields/addresses/1/postalCode");
    }

    @ParameterizedTest
    @CsvSource({
        "上海远大贸易有限公司, LEGAL_ENTITY, 江苏省, 1",
        "苏州远大贸易有限公司, LEGAL_ENTITY, 江苏省, 0",
        "吉林森工股份有限公司, LEGAL_ENTITY, 吉林省, 0",
        "上海远大贸易有限公司苏州分公司, BRANCH, 江苏省, 0",
        "上海远大贸易有限公司苏州分公司, LEGAL_ENTITY, 江苏省, 0",
        "远大贸易有限公司, LEGAL_ENTITY, 江苏省, 0"
    })
    void a_name_that_begins_with_another_place_is_a_warning(String name, String group, String province, int warnings) {
        assertThat(check(Map.of("name", name, "accountGroup", group, "province", province))
                        .findings())
                .extracting(Finding::code)
                .hasSize(warnings)
                .allMatch("nameRegion"::equals);
    }

    @Test
    void only_cards_of_persons_are_checked_and_never_accounts_of_companies() {
        String card = "6222020200112233449";

        assertThat(check(Map.of("accountGroup", "PERSON", "invoiceAccount", card))
                        .findings())
                .extracting(Finding::code, Finding::args)
                .containsExactly(tuple("bankCard", List.of()));
        assertThat(check(Map.of("accountGroup", "LEGAL_ENTITY", "invoiceAccount", card))
                        .findings())
                .isEmpty();
        assertThat(check(Map.of("accountGroup", "PERSON", "bankAccounts", List.of(Map.of("account", "1001234567"))))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "ONE_TIME", "INTERNAL", "SITE", "LEGAL_ENTITY"})
    void who_has_no_credit_code_passes(String group) {
        for (String country : List.of("CN", "DE")) {
            assertThat(check(Map.of("accountGroup", group, "country", country)).findings())
                    .isEmpty();
        }
    }

    private Checked check(Map<String, Object> values) {
        FieldValues named = FieldValues.of(Map.of("name", "无名"));
        return office.seeingAll(() -> gate.check(Occasion.of("customers"), named, values));
    }
}
