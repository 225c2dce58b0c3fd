package org.mdmhub.lateness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Staff;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.DueTimes;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that waits too long: reminded of, told, escalated, each once. */
@HubTest
class LatenessTest {

    @Autowired
    Lateness lateness;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Staff staff;

    @Autowired
    Organisations organisations;

    @Autowired
    DueTimes times;

    @Autowired
    JdbcClient jdbc;

    private final Instant now = Instant.now();

    @Test
    void who_may_decide_is_reminded_once_and_told_once_when_it_is_late() {
        UUID id = due(office.askedUpdate(office.customer(), fields("website", "one.example")), Duration.ofHours(2));
        String somebody = seat(id);

        lateness.tell(now);
        assertThat(told(somebody)).isEmpty();
        lateness.tell(now.plus(Duration.ofHours(1)).plusSeconds(1));
        lateness.tell(now.plus(Duration.ofHours(1)).plusSeconds(2));
        assertThat(told(somebody)).containsExactly("stepDue");
        lateness.tell(now.plus(Duration.ofHours(3)));
        lateness.tell(now.plus(Duration.ofHours(4)));
        assertThat(told(somebody)).containsExactly("stepDue", "stepLate");
    }

    @Test
    void after_it_is_late_the_escalated_may_decide_too_but_nobody_on_his_own() {
        Actor asker = office.requester();
        UUID id = due(
                road.ask(AskMother.update(office.customer(), 1, fields("website", "one.example")), asker),
                Duration.ofHours(2));
        int east = organisations.find(Office.EAST).orElseThrow().id();
        Actor finance = ActorMother.actor(Role.FINANCE, east);
        assertThatThrownBy(() -> road.approve(id, null, List.of(), finance)).isInstanceOf(NotYourStep.class);

        lateness.tell(now.plus(Duration.ofHours(3)));

        assertThatThrownBy(() -> road.approve(id, null, List.of(), ActorMother.as(asker, Role.FINANCE, List.of(east))))
                .isInstanceOf(FourEyes.class);
        assertThat(road.approve(id, null, List.of(), finance)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(jdbc.sql("select count(*) from step_time where request_id = ? and done_at is not null"
                                + " and decided_by = ? and verdict = 'APPROVE' and worked_seconds is not null")
                        .params(id, finance.login())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_step_that_was_taken_in_time_is_told_to_nobody() {
        UUID id = due(office.askedUpdate(office.customer(), fields("website", "one.example")), Duration.ofHours(2));
        String somebody = seat(id);
        office.approved(id);

        lateness.tell(now.plus(Duration.ofHours(3)));

        assertThat(told(somebody)).isEmpty();
    }

    @Test
    void a_request_that_is_sent_again_has_a_time_of_its_own() {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.update(office.customer(), 1, fields("website", "one.example")), asker);
        road.sendBack(id, "please mend", List.of("website"), office.steward());
        road.submit(id, asker);

        assertThat(jdbc.sql("select verdict from step_time where request_id = ? order by round")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("RETURN", null);
    }

    /** As if the policy had asked for it in so many hours, with finance behind it. */
    private UUID due(UUID id, Duration hours) {
        jdbc.sql("update step_time set remind_at = ?, due_at = ? where request_id = ?")
                .params(
                        now.plus(hours.dividedBy(2)).atOffset(ZoneOffset.UTC),
                        now.plus(hours).atOffset(ZoneOffset.UTC),
                        id)
                .update();
        jdbc.sql("update change_request set steps = jsonb_set(steps, '{0,escalate}', '[\"FINANCE\"]') where id = ?")
                .param(id)
                .update();
        return id;
    }

    /** A seat for somebody by name. */
    private String seat(UUID id) {
        String login = "named-" + UUID.randomUUID();
        staff.knows(new Actor(login, java.util.Map.of()));
        // who has no account is told nothing
        jdbc.sql("insert into app_user (login, name, password_hash) values (?, 'named', 'x')")
                .param(login)
                .update();
        jdbc.sql("insert into open_step (request_id, step, login, unit_id, type, kind, since)"
                        + " select request_id, step, ?, unit_id, type, kind, since from open_step"
                        + " where request_id = ? limit 1")
                .params(login, id)
                .update();
        return login;
    }

    private List<String> told(String login) {
        return jdbc.sql("select kind from notice where login = ? order by id")
                .param(login)
                .query(String.class)
                .list();
    }
}
