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

/** A shop belongs to its entity and is not it. */
@HubTest
class WholesTest {

    @Autowired
    private Wholes wholes;

    @Autowired
    private Matching matching;

    @Autowired
    private DuplicatePairs pairs;

    @Autowired
    private Office office;

    private final String trade = NameMother.trade(4);

    private static String creditCode() {
        return IdentifierMother.creditCode(String.format("91320500MA%07d", NameMother.number()));
    }

    private List<Wholes.Whole> of(Map<String, Object> fields) {
        return office.seeingAll(() -> wholes.of("customers", FieldValues.of(fields)));
    }

    private static Map<String, Object> site(String name) {
        return fields("name", name, "accountGroup", "SITE");
    }

    @Test
    void the_entity_with_the_same_credit_code_is_offered_whatever_the_names() {
        String shared = creditCode();
        String entity = office.customer(fields("name", "苏州" + trade + "商贸有限公司", "creditCode", shared));
        office.customer(fields("name", "苏州" + trade + "商贸有限公司", "creditCode", creditCode()));

        assertThat(of(fields("name", "观前街门店", "accountGroup", "SITE", "creditCode", shared)))
                .singleElement()
                .satisfies(whole -> {
                    assertThat(whole.record()).isEqualTo(office.id(entity));
                    assertThat(whole.because()).isEqualTo("creditCode");
                });
        assertThat(of(fields("name", "苏州" + trade + "商贸有限公司", "accountGroup", "SITE", "creditCode", shared)))
                .extracting(Wholes.Whole::record)
                .containsExactly(office.id(entity));
    }

    @ParameterizedTest
    @CsvSource({
        "苏州@商贸有限公司, 苏州@商贸有限公司观前街门店",
        "苏州@商贸有限公司, 苏州@商贸有限公司-园区仓库",
        "苏州@商贸有限公司, 苏州@商贸有限责任公司（新区店）",
        "苏州@商贸有限公司, 苏州@商贸有限公司",
        "@（苏州）商贸有限公司, @（苏州）商贸有限公司吴中店",
        "苏州@商贸有限公司, @商贸门店"
    })
    void without_a_credit_code_the_entity_whose_name_it_carries_is_offered(String entity, String site) {
        String code = office.customer(fields("name", entity.replace("@", trade)));

        assertThat(of(site(site.replace("@", trade)))).singleElement().satisfies(whole -> {
            assertThat(whole.record()).isEqualTo(office.id(code));
            assertThat(whole.because()).isEqualTo("name");
        });
    }

    @Test
    void an_entity_with_another_credit_code_is_not_offered_for_its_name() {
        String name = "苏州" + trade + "商贸有限公司";
        office.customer(fields("name", name, "creditCode", creditCode()));

        assertThat(of(fields("name", name + "新区店", "accountGroup", "SITE", "creditCode", creditCode())))
                .isEmpty();
        assertThat(of(site(name + "新区店"))).hasSize(1);
    }

    @Test
    void nothing_is_offered_to_what_is_no_site_or_says_whose_it_is() {
        String name = "苏州" + trade + "商贸有限公司";
        String code = office.customer(fields("name", name));

        assertThat(of(fields("name", name + "新区店"))).isEmpty();
        assertThat(of(fields("name", name + "新区店", "accountGroup", "PERSON"))).isEmpty();
        Map<String, Object> said = site(name + "新区店");
        said.put("relations", List.of(Map.of("kind", "HEADQUARTERS", "code", code)));
        assertThat(of(said)).isEmpty();
    }

    @Test
    void another_region_person_or_site_is_not_what_it_belongs_to() {
        office.customer(fields("name", "南京" + trade + "商贸有限公司"));
        office.customer(site("苏州" + trade + "商贸有限公司"));

        assertThat(of(site("苏州" + trade + "商贸有限公司新区店"))).isEmpty();
    }

    @Test
    void a_site_and_its_entity_are_never_a_pair_whichever_came_first() {
        String shared = creditCode();
        String name = "苏州" + trade + "商贸有限公司";
        String first = office.customer(fields("name", name, "accountGroup", "SITE", "creditCode", shared));
        String entity = office.customer(fields("name", name, "creditCode", shared));
        String last = office.customer(fields("name", name + "新区店", "accountGroup", "SITE", "creditCode", shared));

        assertThat(pairs.find(office.id(first), office.id(entity))).isEmpty();
        assertThat(pairs.find(office.id(entity), office.id(last))).isEmpty();
        assertThat(office.seeingAll(() -> matching.candidates(
                        "customers", FieldValues.of(fields("name", name, "creditCode", shared)), null)))
                .extracting(Candidate::owner)
                .containsExactly(Owner.record(office.id(entity)));
    }
}
