package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.ArrayList;
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

/** Many among themselves: the pairs that the single look-up would find, with its scores. */
@HubTest
class AmongTest {

    private static final String CUSTOMERS = "customers";

    @Autowired
    private Among among;

    @Autowired
    private Matching matching;

    @Autowired
    private Office office;

    private final String trade = NameMother.trade(4);

    private List<Among.Same> pairs(List<Map<String, Object>> things) {
        return among.pairs(CUSTOMERS, things.stream().map(FieldValues::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "上海@贸易有限公司, 上海@贸易有限责任公司, LEGAL_ENTITY",
        "上海@贸易有限公司, @贸易, LEGAL_ENTITY",
        "上海@贸易有限公司, 上海市@贸易有限公司, BRANCH",
        "@, @, PERSON",
    })
    void a_pair_scores_as_in_the_single_look_up(String one, String other, String group) {
        Map<String, Object> first =
                fields("name", one.replace("@", trade), "accountGroup", group, "phone", "+862155550111");
        Map<String, Object> second =
                fields("name", other.replace("@", trade), "accountGroup", group, "phone", "+862155550111");
        String code = office.customer(first);
        FieldValues kept = office.values(code);
        FieldValues asked = FieldValues.of(second);

        List<Candidate> single = office.seeingAll(() -> matching.candidates(CUSTOMERS, asked, null));
        List<Among.Same> together = among.pairs(CUSTOMERS, List.of(kept, asked));

        assertThat(single).hasSize(1);
        assertThat(together).singleElement().satisfies(same -> {
            assertThat(same.score()).isEqualTo(single.get(0).score());
            assertThat(same.outcome()).isEqualTo(single.get(0).outcome());
        });
    }

    @Test
    void the_same_credit_code_is_found_whatever_the_names() {
        String shared = IdentifierMother.creditCode();

        assertThat(pairs(List.of(
                        fields("name", NameMother.company(), "creditCode", shared),
                        fields("name", NameMother.company()),
                        fields("name", NameMother.company(), "creditCode", shared))))
                .singleElement()
                .satisfies(same -> {
                    assertThat(same.one()).isZero();
                    assertThat(same.other()).isEqualTo(2);
                    assertThat(same.outcome()).isEqualTo(MatchOutcome.MATCH);
                });
    }

    @Test
    void another_branch_another_site_and_another_credit_code_are_not_the_same() {
        String name = "上海" + trade + "贸易有限公司";
        String shared = IdentifierMother.creditCode();

        assertThat(pairs(List.of(
                        fields("name", name, "creditCode", shared),
                        fields("name", name + "苏州分公司"),
                        fields("name", name, "creditCode", shared, "accountGroup", "SITE"))))
                .noneMatch(same -> same.outcome() == MatchOutcome.MATCH);
    }

    @Test
    void groups_hold_those_that_are_the_same_however_many() {
        List<Map<String, Object>> things = new ArrayList<>();
        for (int at = 0; at < 300; at++) {
            things.add(fields("name", "上海" + trade + (at % 2 == 0 ? "贸易有限公司" : "贸易有限责任公司")));
        }
        things.add(fields("name", NameMother.company()));

        int[] groups = Among.groups(things.size(), pairs(things));

        assertThat(groups[300]).isEqualTo(300);
        assertThat(java.util.Arrays.stream(groups).distinct().count()).isLessThanOrEqualTo(8);
    }
}
