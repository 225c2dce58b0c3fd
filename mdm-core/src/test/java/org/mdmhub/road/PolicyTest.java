package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotYourStep;
import org.springframework.beans.factory.annotation.Autowired;

/** Who must approve: one step by the owner's steward, and a second one where money could go astray. */
@HubTest
class PolicyTest {

    private static final List<Map<String, String>> ACCOUNTS =
            List.of(Map.of("id", "a", "bank", "工商银行", "account", "6222020000000000001"));

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Test
    void the_first_entry_of_a_bank_needs_one_step_only() {
        String code = office.customer();

        UUID id = office.askedUpdate(
                code, fields("invoiceBank", "工商银行", "invoiceAccount", "6222020000000000001", "bankAccounts", ACCOUNTS));

        assertThat(stepsOf(id)).isEqualTo(1);
    }

    @Test
    void one_more_bank_account_needs_one_step_only() {
        String code = office.customer(customerWith("bankAccounts", ACCOUNTS));

        UUID id = office.askedUpdate(
                code,
                fields("bankAccounts", List.of(ACCOUNTS.get(0), Map.of("id", "b", "bank", "农业银行", "account", "1"))));

        assertThat(stepsOf(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"invoiceBank, 建设银行", "invoiceAccount, 6222020000000000009", "invoiceBank,"})
    void replacing_a_bank_needs_a_second_person(String field, String value) {
        String code = office.customer(customerWith("invoiceBank", "工商银行", "invoiceAccount", "6222020000000000001"));

        UUID id = office.askedUpdate(code, fields(field, value));

        needsASecondPerson(id);
    }

    @Test
    void replacing_an_account_in_the_list_needs_a_second_person() {
        String code = office.customer(customerWith("bankAccounts", ACCOUNTS));

        needsASecondPerson(office.askedUpdate(
                code,
                fields("bankAccounts", List.of(Map.of("id", "a", "bank", "工商银行", "account", "6222029999999999999")))));
    }

    @Test
    void taking_an_account_out_of_the_list_needs_a_second_person() {
        String code = office.customer(customerWith("bankAccounts", ACCOUNTS));

        needsASecondPerson(office.askedUpdate(code, fields("bankAccounts", null)));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1", "1000000.01, 2", "999999, 1", "5000000, 2"})
    void a_credit_limit_above_one_million_needs_a_second_step(BigDecimal limit, int steps) {
        assertThat(stepsOf(office.asked(customerWith("creditLimit", limit)))).isEqualTo(steps);
        assertThat(stepsOf(office.askedUpdate(office.customer(), fields("creditLimit", limit))))
                .isEqualTo(steps);
    }

    @Test
    void a_high_credit_limit_that_is_there_already_does_not_count_again() {
        String code = office.customer(customerWith("creditLimit", 3_000_000));

        assertThat(stepsOf(office.askedUpdate(code, fields("website", "one.example"))))
                .isEqualTo(1);
    }

    @Test
    void a_credit_limit_above_one_million_in_a_view_needs_a_second_person() {
        String code = office.customer();

        UUID low = road.ask(
                AskMother.extend(code, Office.SOUTH, fields("creditLimit", 1_000_000)), office.requesterSouth());
        UUID high = road.ask(
                AskMother.extend(code, Office.SOUTH, fields("creditLimit", 1_000_001)), office.requesterSouth());

        assertThat(stepsOf(low)).isEqualTo(1);
        needsASecondPerson(high);
    }

    @Test
    void the_second_step_is_not_the_stewards() {
        UUID id = office.asked(customerWith("creditLimit", 2_000_000));
        Actor first = office.steward();
        Actor second = office.steward();
        road.approve(id, null, List.of(), first);

        assertThatThrownBy(() -> road.approve(id, null, List.of(), second)).isInstanceOf(NotYourStep.class);
    }

    @Test
    void the_first_step_is_not_that_of_finance() {
        UUID id = office.asked(customerWith("creditLimit", 2_000_000));
        Actor finance = office.finance();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), finance)).isInstanceOf(NotYourStep.class);
    }

    @Test
    void two_leads_take_both_steps_but_not_one_lead_alone() {
        UUID id = office.asked(customerWith("creditLimit", 2_000_000));
        Actor lead = office.lead();

        assertThat(road.approve(id, null, List.of(), lead)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThatThrownBy(() -> road.approve(id, null, List.of(), lead)).isInstanceOf(FourEyes.class);
        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(road.approve(id, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_return_at_the_second_step_begins_again_at_the_first() {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.create(customerWith("creditLimit", 2_000_000)), asker);
        road.approve(id, null, List.of(), office.steward());
        road.sendBack(id, "too high", List.of("creditLimit"), office.finance());

        road.submit(id, asker);

        needsASecondPerson(id);
    }

    @Test
    void a_steward_of_another_organisation_does_not_take_the_owners_step() {
        String code = office.customer();
        UUID id = road.ask(AskMother.extend(code, Office.SOUTH, Map.of()), office.requesterSouth());
        Actor south = office.stewardSouth();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), south)).isInstanceOf(NotYourStep.class);
    }

    private int stepsOf(UUID id) {
        return office.request(id).steps().size();
    }

    private void needsASecondPerson(UUID id) {
        Actor steward = office.steward();
        assertThat(road.approve(id, null, List.of(), steward)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward)).isInstanceOf(FourEyes.class);
        assertThat(road.approve(id, null, List.of(), office.finance())).isEqualTo(ChangeStatus.APPLIED);
    }
}
