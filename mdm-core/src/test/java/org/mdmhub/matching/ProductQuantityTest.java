package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;

/** Products of which one is more than the other. */
@HubTest
class ProductQuantityTest {

    @Autowired
    private Matching matching;

    @Autowired
    private Office office;

    @ParameterizedTest
    @CsvSource({
        "白砂糖 500g,白砂糖 1kg",
        "矿泉水 1.5L,矿泉水 15L",
        "矿泉水 550ml*12,矿泉水 550ml*24",
        "内六角螺钉 M8x30,内六角螺钉 M8x35",
        "继电器 12V,继电器 24V",
    })
    void another_quantity_is_never_a_match_without_an_identifier(String one, String other) {
        String brand = NameMother.trade(3);
        office.product(fields("name", brand + one, "baseUnit", "PCS", "brand", brand));

        assertThat(products(fields("name", brand + other, "baseUnit", "PCS", "brand", brand)))
                .extracting(Candidate::outcome)
                .doesNotContain(MatchOutcome.MATCH);
    }

    @Test
    void another_quantity_in_the_specification_is_never_a_match_either() {
        String name = NameMother.trade(4) + "白砂糖";
        office.product(fields("name", name, "baseUnit", "PCS", "specification", "1.5 kg"));

        assertThat(products(fields("name", name, "baseUnit", "PCS", "specification", "15 kg")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.outcome()).isNotEqualTo(MatchOutcome.MATCH);
                    assertThat(found.evidence())
                            .anyMatch(said -> said.field().equals("quantity")
                                    && said.level().equals("other")
                                    && said.weight() < 0);
                });
    }

    @Test
    void one_quantity_in_two_units_speaks_for_a_likeness() {
        String name = NameMother.trade(4) + "白砂糖";
        office.product(fields("name", name + " 500g", "baseUnit", "PCS"));

        assertThat(products(fields("name", name + " 0.5kg", "baseUnit", "PCS")))
                .singleElement()
                .satisfies(found -> assertThat(found.evidence())
                        .anyMatch(said ->
                                said.field().equals("quantity") && said.level().equals("equal")));
    }

    @Test
    void the_same_gtin_is_a_match_whatever_the_quantity() {
        String name = NameMother.trade(4) + "白砂糖";
        String gtin = IdentifierMother.gtin();
        office.product(fields("name", name + " 500g", "baseUnit", "PCS", "gtin", gtin));

        assertThat(products(fields("name", name + " 1kg", "baseUnit", "PCS", "gtin", gtin))
                        .get(0)
                        .outcome())
                .isEqualTo(MatchOutcome.MATCH);
    }

    private List<Candidate> products(Map<String, Object> fields) {
        return office.seeingAll(() -> matching.candidates("products", FieldValues.of(fields), null));
    }
}
