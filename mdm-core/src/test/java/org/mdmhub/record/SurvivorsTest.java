package org.mdmhub.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Merger;
import org.mdmhub.mother.Office;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class SurvivorsTest {

    @Autowired
    Survivors survivors;

    @Autowired
    Merger merger;

    @Autowired
    Office office;

    @Autowired
    MasterRecords records;

    @Test
    void a_record_that_stands_for_itself_leads_nowhere() {
        String code = office.customer();

        assertThat(survivors.codeOf(office.record(code))).isNull();
        assertThat(survivors.of(List.of(office.record(code).id())).values())
                .extracting(Survivors.Last::code)
                .containsExactly(code);
    }

    @Test
    void a_chain_of_merges_leads_to_its_last_record() {
        String first = office.customer();
        String second = office.customer();
        String third = office.customer();
        merger.merge("customers", second, first);
        merger.merge("customers", third, second);

        assertThat(survivors.codeOf(office.record(first))).isEqualTo(third);
        assertThat(survivors.codeOf(office.record(second))).isEqualTo(third);
        assertThat(survivors.codeOf(office.record(third))).isNull();
    }

    @Test
    void what_was_taken_back_stands_for_itself_again() {
        String loser = office.customer();
        String survivor = office.customer();
        merger.unmerge("customers", merger.merge("customers", survivor, loser), survivor, loser);

        assertThat(survivors.codeOf(office.record(loser))).isNull();
    }

    @Test
    void an_old_code_leads_on_for_a_reader_who_may_not_see_the_survivor() {
        String east = office.customer();
        String survivor = office.customer();
        String shared = office.done(AskMother.extend(east, Office.SOUTH, Map.of("salesOwner", "li")));
        merger.merge("customers", survivor, shared);

        MasterRecord merged = office.record(shared);
        String told = office.seeingAs(
                office.requesterSouth(),
                () -> survivors.codeOf(merged)
                        + (records.find("customers", survivor).isEmpty() ? " hidden" : " seen"));

        assertThat(told).as("and the scope holds again afterwards").isEqualTo(survivor + " hidden");
    }
}
