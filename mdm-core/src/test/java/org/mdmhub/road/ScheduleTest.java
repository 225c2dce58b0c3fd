package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that wait for their day. */
@HubTest
class ScheduleTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_approved_change_waits_for_its_day_and_is_applied_then() {
        String code = office.customer(customerWith("website", "one.example"));
        UUID id = scheduled(AskMother.update(code, 1, fields("website", "two.example")));

        road.applyDue();
        assertThat(office.status(id)).isEqualTo(ChangeStatus.SCHEDULED);
        assertThat(office.values(code).text("website")).isEqualTo("one.example");

        itsDayHasCome(id);
        road.applyDue();
        assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("website")).isEqualTo("two.example");
    }

    @Test
    void a_new_record_can_wait_for_its_day_too() {
        UUID id = scheduled(AskMother.create(customer()));

        itsDayHasCome(id);
        road.applyDue();

        assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.record(office.codeOf(id)).version()).isEqualTo(1);
    }

    @Test
    void a_day_in_the_past_does_not_wait() {
        UUID id = road.ask(
                AskMother.from(Instant.now().minus(Duration.ofDays(1)), AskMother.create(customer())),
                office.requester());

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void what_moved_while_it_waited_is_a_conflict() {
        String code = office.customer(customerWith("website", "one.example"));
        UUID id = scheduled(AskMother.update(code, 1, fields("website", "two.example")));
        office.updated(code, fields("website", "three.example"));

        itsDayHasCome(id);
        road.applyDue();

        assertThat(office.status(id)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.values(code).text("website")).isEqualTo("three.example");
    }

    @Test
    void what_can_no_longer_be_applied_goes_back_to_its_author_and_stops_nobody_else() {
        Map<String, Object> fields = customer();
        UUID twice = scheduled(AskMother.create(fields));
        UUID other = scheduled(AskMother.create(customer()));
        office.customer(fields);

        itsDayHasCome(twice);
        itsDayHasCome(other);
        road.applyDue();

        assertThat(office.status(twice)).isEqualTo(ChangeStatus.RETURNED);
        assertThat(office.status(other)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_scheduled_change_can_be_withdrawn() {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.from(tomorrow(), AskMother.create(customer())), asker);
        office.approved(id);

        road.withdraw(id, asker);
        itsDayHasCome(id);
        road.applyDue();

        assertThat(office.status(id)).isEqualTo(ChangeStatus.WITHDRAWN);
    }

    private UUID scheduled(Ask ask) {
        UUID id = road.ask(AskMother.from(tomorrow(), ask), office.requester());
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.SCHEDULED);
        return id;
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    /** The database's day, so that nobody has to wait for it. */
    private void itsDayHasCome(UUID id) {
        jdbc.sql("update change_request set effective_from = now() - interval '1 second' where id = ?")
                .param(id)
                .update();
    }
}
