package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Staff;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.Delegations;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.request.Unsuitable;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody decides for another one, and four eyes hold for both: a list of attempts, all refused. */
@HubTest
class DelegationTest {

    private static final LocalDate TODAY = Delegations.today();

    @Autowired
    Road road;

    @Autowired
    Delegations delegations;

    @Autowired
    Reassigning reassigning;

    @Autowired
    RequestReader reader;

    @Autowired
    ChangeRequests requests;

    @Autowired
    Office office;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    private Actor finance() {
        return staff.knows(office.finance());
    }

    private Actor salesManager() {
        return staff.knows(ActorMother.actor(Role.SALES_MANAGER, office.allUnits()));
    }

    private long lent(Actor lender, Actor substitute, int from, int until) {
        return delegations.lend(
                new Delegations.Loan(
                        lender.login(), substitute.login(), TODAY.plusDays(from), TODAY.plusDays(until), "on holiday"),
                lender);
    }

    /** One that a steward has approved and that waits for finance. */
    private UUID atFinance() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("invoiceBank", "建设银行"));
        road.approve(id, null, List.of(), office.steward());
        return id;
    }

    private void approve(UUID id, Actor actor) {
        road.approve(id, null, List.of(), actor);
    }

    private List<UUID> waiting(Actor actor) {
        return reader.waiting(actor, 200).stream().map(one -> one.id()).toList();
    }

    @Test
    void a_substitute_sees_what_waits_and_decides_for_the_one_who_is_away() {
        Actor finance = finance();
        Actor sales = salesManager();
        UUID id = atFinance();
        assertThatThrownBy(() -> approve(id, sales)).isInstanceOf(NotYourStep.class);
        long loan = lent(finance, sales, 0, 3);

        assertThat(waiting(sales)).contains(id);
        assertThat(reader.detail(id, sales).mayDecide()).isTrue();
        approve(id, sales);

        assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED);
        Decision last = office.seeingAll(() -> requests.decisions(id)).get(1);
        assertThat(last.decidedBy()).isEqualTo(sales.login());
        assertThat(last.decidedFor()).isEqualTo(finance.login());
        UUID next = atFinance();
        assertThat(delegations.revoke(loan, finance)).isTrue();
        assertThat(waiting(sales)).doesNotContain(next);
        assertThatThrownBy(() -> approve(next, sales)).isInstanceOf(NotYourStep.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -9})
    void it_counts_on_its_days_only(int from) {
        Actor finance = finance();
        Actor sales = salesManager();
        if (from < 0) {
            long id = lent(finance, sales, 0, 0);
            jdbc.sql("update delegation set first_day = ?, last_day = ? where id = ?")
                    .params(TODAY.plusDays(from), TODAY.minusDays(1), id)
                    .update();
        } else {
            lent(finance, sales, from, from + 3);
        }
        UUID id = atFinance();

        assertThatThrownBy(() -> approve(id, sales)).isInstanceOf(NotYourStep.class);
        assertThat(waiting(sales)).doesNotContain(id);
    }

    @Test
    void nobody_decides_for_one_who_wrote_into_it() {
        Actor lead = staff.knows(office.lead());
        Actor finance = finance();
        lent(lead, finance, 0, 3);
        UUID id = road.ask(AskMother.create(customer()), lead);

        assertThatThrownBy(() -> approve(id, finance)).isInstanceOf(FourEyes.class);
        assertThat(waiting(finance)).doesNotContain(id);
        assertThat(reader.detail(id, finance).mayDecide()).isFalse();
    }

    @Test
    void who_wrote_into_it_decides_for_nobody() {
        Actor finance = finance();
        Actor lead = staff.knows(office.lead());
        lent(finance, lead, 0, 3);
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = road.ask(AskMother.update(code, 1, fields("invoiceBank", "建设银行")), lead);
        approve(id, office.steward());

        assertThatThrownBy(() -> approve(id, lead)).isInstanceOf(FourEyes.class);
    }

    @Test
    void who_has_decided_does_not_decide_once_more_for_somebody_nor_does_anybody_for_him() {
        Actor first = staff.knows(office.lead());
        Actor finance = finance();
        Actor sales = salesManager();
        lent(finance, first, 0, 3);
        lent(first, sales, 0, 3);
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("invoiceBank", "建设银行"));
        approve(id, first);

        assertThatThrownBy(() -> approve(id, first)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> approve(id, sales)).isInstanceOf(FourEyes.class);
        approve(id, finance);
    }

    @Test
    void for_whom_somebody_has_decided_takes_no_second_step() {
        Actor lead = staff.knows(office.lead());
        Actor sales = salesManager();
        lent(lead, sales, 0, 3);
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("invoiceBank", "建设银行"));
        approve(id, sales);

        assertThatThrownBy(() -> approve(id, lead)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> approve(id, sales)).isInstanceOf(FourEyes.class);
    }

    @Test
    void it_is_not_passed_on() {
        Actor finance = finance();
        Actor between = salesManager();
        Actor last = salesManager();
        lent(finance, between, 0, 3);
        lent(between, last, 0, 3);
        UUID id = atFinance();

        assertThatThrownBy(() -> approve(id, last)).isInstanceOf(NotYourStep.class);
        assertThat(waiting(last)).doesNotContain(id);
    }

    @Test
    void who_may_no_longer_come_in_lends_nothing() {
        Actor finance = finance();
        Actor sales = salesManager();
        lent(finance, sales, 0, 3);
        staff.forgets(finance);
        UUID id = atFinance();

        assertThatThrownBy(() -> approve(id, sales)).isInstanceOf(NotYourStep.class);
    }

    @Test
    void only_who_could_decide_for_him_is_taken_and_only_he_or_an_administrator_says_so() {
        Actor finance = finance();
        Actor sales = salesManager();
        Actor south = staff.knows(office.stewardSouth());
        Actor asker = staff.knows(office.requester());
        Actor admin = ActorMother.actor(Role.ADMIN, office.allUnits());

        assertThatThrownBy(() -> lent(finance, south, 0, 1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(finance, asker, 0, 1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(finance, finance, 0, 1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(asker, sales, 0, 1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(finance, sales, 2, 1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(finance, sales, -3, -1)).isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> lent(finance, sales, 0, 900)).isInstanceOf(Unsuitable.class);
        var loan = new Delegations.Loan(finance.login(), sales.login(), TODAY, TODAY, "ill");
        assertThatThrownBy(() -> delegations.lend(loan, sales)).isInstanceOf(Unsuitable.class);
        long id = delegations.lend(loan, admin);
        assertThat(delegations.revoke(id, sales)).isFalse();
        assertThat(delegations.revoke(id, admin)).isTrue();
        assertThat(jdbc.sql("select count(*) from delegation_aud where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_database_refuses_a_word_for_one_who_wrote_or_has_decided_or_lent_nothing() {
        Actor finance = finance();
        Actor sales = salesManager();
        UUID id = atFinance();
        String asker = office.request(id).requestedBy();
        String steward = office.seeingAll(() -> requests.decisions(id)).get(0).decidedBy();

        refusedByDatabase(id, asker, sales.login(), finance.login());
        lent(finance, sales, 0, 3);
        refusedByDatabase(id, asker, sales.login(), asker);
        refusedByDatabase(id, asker, sales.login(), steward);
        refusedByDatabase(id, asker, steward, finance.login());
        refusedByDatabase(id, asker, asker, finance.login());
        refusedByDatabase(id, asker, finance.login(), finance.login());
    }

    private void refusedByDatabase(UUID id, String asker, String by, String instead) {
        assertThatThrownBy(() -> office.seeingAll(() -> jdbc.sql(
                                "insert into decision (id, request_id, requested_by, round, step, verdict, decided_by,"
                                        + " decided_for, decided_at) values (gen_random_uuid(), ?, ?, 1, 2, 'APPROVE', ?, ?, now())")
                        .params(id, asker, by, instead)
                        .update()))
                .rootCause()
                .isInstanceOf(PSQLException.class);
    }

    @Test
    void a_step_is_given_to_one_person_who_alone_decides_then() {
        Actor steward = staff.knows(office.steward());
        Actor other = staff.knows(office.steward());
        Actor third = staff.knows(office.steward());
        UUID id = office.asked(customer());
        String asker = office.request(id).requestedBy();

        assertThatThrownBy(() -> reassigning.reassign(id, null, other.login(), " ", steward))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reassigning.reassign(id, null, "nobody", "ill", steward))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reassigning.reassign(id, null, finance().login(), "ill", steward))
                .isInstanceOf(Unsuitable.class);
        assertThatThrownBy(() -> reassigning.reassign(id, null, other.login(), "ill", office.finance()))
                .isInstanceOf(NotYourStep.class);
        Actor promoted = staff.knows(new Actor(asker, Map.of(Role.LEAD, office.allUnits())));
        assertThatThrownBy(() -> reassigning.reassign(id, null, other.login(), "mine", promoted))
                .isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> reassigning.reassign(id, null, asker, "his own", steward))
                .isInstanceOf(Unsuitable.class);

        reassigning.reassign(id, null, other.login(), "knows the customer", steward);

        assertThatThrownBy(() -> approve(id, third)).isInstanceOf(NotYourStep.class);
        assertThat(waiting(third)).doesNotContain(id);
        assertThat(waiting(other)).contains(id);
        reassigning.reassign(id, null, third.login(), "the other one is ill", office.lead());
        assertThat(office.seeingAll(() -> reassigning.of(id))).hasSize(2);
        approve(id, third);
        assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED);
    }
}
