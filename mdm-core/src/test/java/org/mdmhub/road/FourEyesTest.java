package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotYourStep;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody approves his own: in the domain, and in the database for whoever comes past the domain. */
@HubTest
class FourEyesTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STEWARD", "LEAD"})
    void who_asked_does_not_approve_whatever_he_is_by_then(Role role) {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.create(customer()), asker);
        Actor promoted = ActorMother.as(asker, role, office.allUnits());

        assertThatThrownBy(() -> road.approve(id, null, List.of(), promoted)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> road.reject(id, null, null, promoted)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> road.sendBack(id, null, List.of(), promoted)).isInstanceOf(FourEyes.class);
        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void who_holds_every_role_everywhere_does_not_approve_his_own() {
        Set<Integer> all = office.allUnits();
        Map<Role, Set<Integer>> every =
                Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, role -> all));
        Actor mighty = new Actor("mighty-" + UUID.randomUUID(), every);
        UUID id = road.ask(AskMother.create(customer()), mighty);

        assertThatThrownBy(() -> road.approve(id, null, List.of(), mighty)).isInstanceOf(FourEyes.class);
    }

    @Test
    void an_administrator_takes_no_step_at_all() {
        UUID id = office.asked(customer());
        Actor admin = ActorMother.actor(Role.ADMIN, office.allUnits());
        Actor auditor = ActorMother.actor(Role.AUDITOR, office.allUnits());

        assertThatThrownBy(() -> road.approve(id, null, List.of(), admin)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> road.approve(id, null, List.of(), auditor)).isInstanceOf(NotYourStep.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "RETURN", "REJECT"})
    void the_database_refuses_a_decision_of_who_asked(String verdict) {
        UUID id = office.asked(customer());
        String asker = office.request(id).requestedBy();

        assertThatThrownBy(() -> decide(id, asker, asker, 1, verdict))
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        e -> assertThat(e.getServerErrorMessage().getConstraint())
                                .isEqualTo("four_eyes"));
    }

    @Test
    void the_database_refuses_a_decision_that_names_another_requester() {
        UUID id = office.asked(customer());
        String asker = office.request(id).requestedBy();

        assertThatThrownBy(() -> decide(id, "somebody-else", asker, 1, "APPROVE"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_database_refuses_a_decision_of_who_edited() {
        UUID id = road.ask(AskMother.draft(AskMother.create(customer())), office.requester());
        Actor editor = office.steward();
        road.edit(id, office.request(id).version(), new Edit(customer(), null, null, null, null), editor);

        assertThatThrownBy(() -> decide(id, office.request(id).requestedBy(), editor.login(), 1, "APPROVE"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("wrote into this request");
    }

    @Test
    void the_database_refuses_a_second_decision_of_one_person() {
        UUID id = office.asked(customer());
        String asker = office.request(id).requestedBy();
        decide(id, asker, "somebody", 1, "APPROVE");

        assertThatThrownBy(() -> decide(id, asker, "somebody", 2, "APPROVE"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("decision_one_a_person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update change_request set requested_by = 'another' where id = ?",
                "delete from request_author where request_id = ?",
                "update request_author set login = 'another' where request_id = ?",
                "delete from change_request where id = ?",
                "update decision set decided_by = 'another' where request_id = ?",
                "delete from decision where request_id = ?"
            })
    void the_database_lets_nobody_hide_who_did_what(String sql) {
        UUID id = office.asked(customer());
        decide(id, office.request(id).requestedBy(), "somebody", 1, "APPROVE");

        assertThatThrownBy(() -> jdbc.sql(sql).param(id).update()).isInstanceOf(DataAccessException.class);
    }

    private void decide(UUID id, String requestedBy, String by, int step, String verdict) {
        jdbc.sql("insert into decision (id, request_id, requested_by, round, step, verdict, decided_by, decided_at)"
                        + " values (gen_random_uuid(), ?, ?, 1, ?, ?, ?, now())")
                .params(id, requestedBy, step, verdict, by)
                .update();
    }
}
