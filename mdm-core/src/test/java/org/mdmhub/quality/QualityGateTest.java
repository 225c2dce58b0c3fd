package org.mdmhub.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mdmhub.mother.CustomerMother.fields;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.AttributeDefinition;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class QualityGateTest {

    private static final String BEYOND = "\uD840\uDC00";

    @Autowired
    QualityGate gate;

    @Autowired
    Office office;

    @Autowired
    MasterTypes types;

    @Test
    void an_unknown_field_is_an_error_and_its_pointer_is_escaped() {
        assertThat(check("a/b~c", "x"))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/fields/a~1b~0c", "unknownField"));
    }

    static List<Object[]> values_of_a_wrong_type() {
        return List.of(
                new Object[] {"customers", "shortName", 7},
                new Object[] {"customers", "shortName", true},
                new Object[] {"customers", "shortName", List.of()},
                new Object[] {"customers", "creditCode", 91110000600037341L},
                new Object[] {"customers", "postalCode", 200001},
                new Object[] {"customers", "phone", 13800138000L},
                new Object[] {"customers", "email", Map.of()},
                new Object[] {"customers", "country", 86},
                new Object[] {"customers", "currency", 156},
                new Object[] {"customers", "accountGroup", 1},
                new Object[] {"customers", "creditLimit", "1000"},
                new Object[] {"customers", "creditLimit", 0.1234567},
                new Object[] {"customers", "creditLimit", new BigDecimal("1e18")},
                new Object[] {"customers", "creditLimit", new BigDecimal("1e999999")},
                new Object[] {"customers", "creditLimit", true},
                new Object[] {"customers", "validUntil", "2026-02-30"},
                new Object[] {"customers", "validUntil", "22.11.2026"},
                new Object[] {"customers", "validUntil", 20261122},
                new Object[] {"customers", "addresses", "上海"},
                new Object[] {"customers", "addresses", Map.of()},
                new Object[] {"products", "shelfLifeDays", 1.5},
                new Object[] {"products", "shelfLifeDays", 3_000_000_000L},
                new Object[] {"products", "shelfLifeDays", "30"},
                new Object[] {"products", "batchManaged", "true"},
                new Object[] {"products", "batchManaged", 1},
                new Object[] {"products", "baseUnit", 1},
                new Object[] {"products", "successor", 1});
    }

    @ParameterizedTest
    @MethodSource("values_of_a_wrong_type")
    void a_value_of_a_wrong_type_is_an_error(String type, String field, Object value) {
        Checked checked =
                office.seeingAll(() -> gate.check(Occasion.of(type), FieldValues.none(), Map.of(field, value)));

        assertThat(checked.findings())
                .filteredOn(finding -> finding.pointer().equals("/fields/" + field))
                .extracting(Finding::code)
                .containsExactly("type");
        assertThat(checked.changes()).doesNotContainKey(field);
    }

    @Test
    void text_of_300_code_points_fits_and_of_301_does_not() {
        for (String character : List.of("a", "中", BEYOND)) {
            assertThat(check("shortName", character.repeat(300))).isEmpty();
            assertThat(check("shortName", character.repeat(301)))
                    .extracting(Finding::code)
                    .containsExactly("length");
        }
    }

    @Test
    void half_of_a_surrogate_pair_is_refused() {
        assertThat(check("shortName", "a\uD840b")).extracting(Finding::code).containsExactly("type");
        assertThat(check("shortName", "a\uDC00")).extracting(Finding::code).containsExactly("type");
        assertThat(check("contacts", List.of(Map.of("id", "a\uDC00", "name", "b"))))
                .extracting(Finding::code)
                .containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource({
        "accountGroup, HOLDING, choice",
        "country, XX, country",
        "country, CHN, country",
        "currency, XXQ, currency"
    })
    void a_value_outside_its_list_is_an_error(String field, String value, String code) {
        assertThat(check(field, value)).extracting(Finding::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "country, cn, CN",
        "country, ＴＷ, TW",
        "currency, ' eur', EUR",
        "accountGroup, branch, BRANCH",
        "creditCode, ' 9111 0000 6000 3734 1l', 91110000600037341L",
        "creditCode, ９１１１００００６０００３７３４１Ｌ, 91110000600037341L",
        "lei, 5493001kjtiigc8y1r12, 5493001KJTIIGC8Y1R12",
        "postalCode, ２０００００, 200000",
        "email, ＡＢＣ＠example.com, ABC@example.com",
        "phone, 138 0013 8000, +8613800138000",
        "phone, (021) 6888-8888, +862168888888",
        "phone, ＋８６　１３８００１３８０００, +8613800138000",
        "phone, 010-12 ext, 010-12 ext",
        "street, 世纪大道（１００）号, 世纪大道（１００）号",
        "website, '  a.example\t', a.example"
    })
    void what_is_stored_is_standardised_by_its_kind(String field, String raw, String stored) {
        assertThat(standard(field, raw)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"DE, 030 123456, +4930123456", "US, (212) 555-2368, +12125552368", "CN, 030 123456, 030 123456"})
    void a_phone_is_read_by_the_country_of_the_record(String country, String raw, String stored) {
        Checked checked = gate("country", country, "phone", raw);

        assertThat(checked.after().text("phone")).isEqualTo(stored);
    }

    @Test
    void square_metres_and_full_width_brackets_stay_in_text() {
        assertThat(standard("shortName", "10m²（㈱）Ⅳ½ﬁ")).isEqualTo("10m²（㈱）Ⅳ½ﬁ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B", "\u0007", "\uFEFF \u2060", "\u00A0", "\u3000"})
    void text_of_which_nothing_is_left_clears_the_field(String nothing) {
        Checked checked = gate("shortName", nothing);

        assertThat(checked.changes()).containsEntry("shortName", null);
    }

    @Test
    void a_name_that_is_malformed_is_not_called_missing_as_well() {
        List<Finding> findings = office.seeingAll(
                        () -> gate.check(Occasion.of("customers"), FieldValues.none(), Map.of("name", 7)))
                .findings();

        assertThat(findings).extracting(Finding::code).containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource({
        "LEGAL_ENTITY, CN, 1",
        "BRANCH, CN, 1",
        ", CN, 1",
        ", , 1",
        "SITE, CN, 0",
        "PERSON, CN, 0",
        "ONE_TIME, CN, 0",
        "INTERNAL, , 0",
        "TEMPORARY, CN, 0",
        "LEGAL_ENTITY, DE, 0",
        "BRANCH, HK, 0"
    })
    void a_wrong_credit_code_is_an_error_of_who_is_registered_in_china(String group, String country, int errors) {
        String soon = java.time.LocalDate.now().plusDays(9).toString();
        Checked checked =
                gate("accountGroup", group, "country", country, "creditCode", "91110000600037341M", "validUntil", soon);

        assertThat(checked.findings()).extracting(Finding::code).hasSize(errors).allMatch("checkDigit"::equals);
        assertThat(checked.stopped()).isEqualTo(errors == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lei", "vatNumber"})
    void wrong_check_digits_of_other_identifiers_are_errors_everywhere(String field) {
        assertThat(check(field, "DE123456789")).extracting(Finding::code).containsExactly("checkDigit");
    }

    @Test
    void a_product_needs_a_name_and_a_unit_and_an_unknown_unit_is_only_a_warning() {
        Checked nothing = office.seeingAll(
                () -> gate.check(Occasion.of("products"), FieldValues.none(), Map.of("gtin", "4006381333932")));
        Checked roll = office.seeingAll(() -> gate.check(
                Occasion.of("products"),
                FieldValues.none(),
                Map.of("name", "膜", "baseUnit", "roll", "gtin", IdentifierMother.gtin())));

        assertThat(nothing.findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/fields/name", "/fields/baseUnit", "/fields/gtin");
        assertThat(roll.stopped()).isFalse();
        assertThat(roll.findings()).extracting(Finding::code).containsExactly("unit");
    }

    @Test
    void errors_come_before_warnings() {
        Checked checked = office.seeingAll(() -> gate.check(
                Occasion.of("products"), FieldValues.none(), fields("baseUnit", "ROLL", "taxRate", "x", "name", "膜")));

        assertThat(checked.findings())
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.ERROR, Finding.Severity.WARNING);
    }

    @Test
    void an_added_attribute_is_checked_like_any_other_field_and_its_choices_keep_their_case() {
        String key = "x_colour" + NameMother.number();
        types.define(new AttributeDefinition(
                "products", key, FieldKind.CHOICE, "basic", "Colour", "颜色", List.of("Dark red", "blue")));
        Map<String, Object> product = fields("name", "漆", "baseUnit", "KG");

        product.put(key, "dark RED");
        Checked red = office.seeingAll(() -> gate.check(Occasion.of("products"), FieldValues.none(), product));
        product.put(key, "green");
        Checked green = office.seeingAll(() -> gate.check(Occasion.of("products"), FieldValues.none(), product));

        assertThat(red.findings()).isEmpty();
        assertThat(red.after().text(key)).isEqualTo("Dark red");
        assertThat(green.findings()).extracting(Finding::code).containsExactly("choice");
        String code = office.product(fields("name", NameMother.trade(6), "baseUnit", "KG", key, "blue"));
        assertThat(office.values(code).text(key)).isEqualTo("blue");
    }

    private List<Finding> check(String field, Object value) {
        return gate(field, value).findings();
    }

    private @Nullable String standard(String field, String raw) {
        return gate(field, raw).after().text(field);
    }

    /** The gate's word on a customer that has a name and, beside it, these fields; null ones are left out. */
    private Checked gate(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> raw = fields(keysAndValues);
        raw.values().removeIf(value -> value == null);
        FieldValues named = FieldValues.of(Map.of("name", "无名"));
        return office.seeingAll(() -> gate.check(Occasion.of("customers"), named, raw));
    }
}
