package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.bench.Observations.Approved;
import org.mdmhub.bench.Observations.Entry;

class RoadProofTest {

    private static final String ONE = "C000000011";
    private static final String TWO = "C000000025";
    private static final String THREE = "C000000030";

    private final List<Approved> approved = new ArrayList<>();
    private final List<String> ledger = new ArrayList<>();
    private final Map<String, Integer> crm = new HashMap<>();
    private final Map<String, Integer> erp = new HashMap<>();
    private final Map<String, List<Entry>> histories = new HashMap<>();
    private final List<String> odd = new ArrayList<>();

    /** One customer that was there before, two that came down the road. */
    @BeforeEach
    void a_run_without_fault() {
        ledger.add(ONE);
        for (String code : List.of(TWO, THREE)) {
            approved.add(new Approved(code, "row " + code));
            ledger.add(code);
            crm.put(code, 1);
            erp.put(code, 1);
            histories.put(code, List.of(new Entry("requester", List.of("steward"), "row " + code)));
        }
    }

    private List<String> failures() {
        return RoadProof.failures(new Observations(approved, ledger, Map.of("crm", crm, "erp", erp), histories, odd));
    }

    private void fails(String... words) {
        assertThat(failures()).singleElement().asString().contains(words);
    }

    @Test
    void it_holds_where_all_is_as_it_should_be() {
        assertThat(failures()).isEmpty();
    }

    @Test
    void it_does_not_hold_for_a_run_in_which_nothing_was_approved() {
        approved.clear();
        fails("no row");
    }

    @Test
    void an_answer_that_neither_takes_nor_refuses_is_told() {
        odd.add("row 5 approved: 409 state");
        fails("row 5 approved: 409 state");
    }

    @Test
    void a_code_given_to_two_rows_is_told() {
        approved.add(approved.get(0));
        fails("given twice", TWO);
    }

    @Test
    void a_gap_in_the_numbers_is_told_even_before_the_first_row() {
        ledger.remove(ONE);
        fails("numbers that no customer has", "1");
    }

    @Test
    void a_number_that_two_customers_have_is_told() {
        ledger.add(THREE);
        fails(THREE + " again");
    }

    @Test
    void a_code_of_no_scheme_is_told() {
        ledger.add("X1");
        fails("X1");
    }

    @Test
    void an_approved_code_that_the_hub_lost_is_told() {
        ledger.remove(THREE);
        fails("does not list", THREE);
    }

    @Test
    void a_code_missing_in_one_sandbox_is_told() {
        crm.remove(TWO);
        fails("crm", TWO + "=0");
    }

    @Test
    void a_code_twice_in_one_sandbox_is_told() {
        erp.put(THREE, 2);
        fails("erp", THREE + "=2");
    }

    @Test
    void a_history_with_no_entry_or_two_is_told() {
        histories.remove(TWO);
        fails("histories", TWO);
        histories.put(TWO, List.of(entry("steward"), entry("steward")));
        fails("histories", TWO);
    }

    @Test
    void a_history_signed_by_another_or_for_another_reason_is_told() {
        histories.put(TWO, List.of(entry("lead")));
        fails("histories", TWO);
        histories.put(TWO, List.of(new Entry("requester", List.of("steward"), "something else")));
        fails("histories", TWO);
    }

    private static Entry entry(String approver) {
        return new Entry("requester", List.of(approver), "row " + TWO);
    }
}
