package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.road.Ask;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.mdmhub.sync.target.Target;

class DeliveryTest extends TargetTest {

    @Test
    void what_is_approved_is_delivered_and_the_targets_key_is_known_from_then_on() {
        String code = create();

        Lane lane = settled(code, State.DELIVERED);

        assertThat(lane.deliveredVersion()).isEqualTo(1);
        assertThat(lane.targetKey()).isEqualTo("key-" + code);
        assertThat(keys.find(target, "customers", "key-" + code)).contains(lane.recordId());
        assertThat(connector.pushed(target))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body()).containsKey("Name").doesNotContainKey("Phone"));
    }

    @Test
    void a_listener_that_throws_undoes_the_approval_with_its_code() {
        long before = nextNumber();
        UUID request = office.asked(Map.of("name", NameMother.company()));
        spoiler.during(() -> assertThatThrownBy(() -> office.approved(request)).hasMessage("spoilt"));

        assertThat(nextNumber()).isEqualTo(before);
        assertThat(office.request(request).recordId()).isNull();
        assertThat(connector.pushed(target)).isEmpty();
    }

    private long nextNumber() {
        return jdbc.sql("select next from code_counter c join coding_scheme s on s.id = c.scheme_id"
                        + " where s.type = 'customers'")
                .query(Long.class)
                .single();
    }

    @Test
    void after_an_unknown_outcome_the_target_is_read_and_nothing_is_sent_twice() {
        connector.next(target, message -> {
            connector.keep(target, message);
            return new Outcome.Unknown("cut after sending");
        });

        String code = create();

        Lane lane = settled(code, State.DELIVERED);
        assertThat(lane.targetKey()).isEqualTo("key-" + code);
        assertThat(connector.pushed(target)).hasSize(1);
    }

    @Test
    void after_an_unknown_outcome_that_was_none_it_is_sent_again() {
        connector.next(target, message -> new Outcome.Unknown("cut after sending"));

        String code = create();

        assertThat(settled(code, State.DELIVERED).attempts()).isEqualTo(2);
        assertThat(connector.pushed(target)).hasSize(2);
    }

    @Test
    void a_rejection_waits_for_a_person_and_the_next_version_wakes_the_lane() {
        connector.next(target, message -> new Outcome.Rejected(List.of(new Refusal("Name", "too long"))));
        String code = create();

        assertThat(settled(code, State.NEEDS_STEWARD).lastError()).isEqualTo("Name: too long");
        assertThat(connector.pushed(target)).hasSize(1);

        update(code, 1, "+8613800138000");

        assertThat(settled(code, State.DELIVERED).deliveredVersion()).isEqualTo(2);
    }

    @Test
    void an_unavailable_target_costs_no_attempt_and_gets_all_that_is_owed_when_it_answers_again() {
        connector.probes(target, new Outcome.Unavailable("still down", null));
        connector.next(target, message -> new Outcome.Unavailable("down", null));
        String code = create();
        await().atMost(LONGEST).until(() -> targets.find(target).orElseThrow().state() == Target.State.OPEN_CIRCUIT);
        update(code, 1, "+8613800138000");
        update(code, 2, "+8613800138001");
        assertThat(lane(code).attempts()).isZero();

        connector.probes(target, new Outcome.Accepted("up", null));

        Lane lane = settled(code, State.DELIVERED);
        assertThat(lane.deliveredVersion()).isEqualTo(3);
        assertThat(lane.attempts()).isEqualTo(1);
        assertThat(connector.pushed(target)).extracting(Message::version).containsExactly(1, 3);
    }

    @Test
    void a_throttled_target_is_left_alone_until_the_time_it_named() {
        Instant until = Instant.now().plusSeconds(2);
        connector.next(target, message -> new Outcome.Throttled(until));
        String code = create();

        settled(code, State.DELIVERED);

        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertThat(lane(code).attempts()).isEqualTo(1);
    }

    @Test
    void refused_credentials_pause_the_target_until_somebody_resumes_it() {
        connector.next(target, message -> new Outcome.Unauthorized("wrong secret"));
        String code = create();
        await().atMost(LONGEST).until(() -> targets.find(target).orElseThrow().state() == Target.State.PAUSED);
        assertThat(lane(code).state()).isEqualTo(State.PENDING);

        targets.pause(target, false, null);

        settled(code, State.DELIVERED);
    }

    @Test
    void a_half_finished_delivery_is_taken_up_at_its_stage() {
        connector.next(target, message -> new Outcome.Underway("key-" + message.code(), "SAVED:1", Instant.now()));
        String code = create();

        settled(code, State.DELIVERED);

        assertThat(connector.pushed(target).get(1).stage()).isEqualTo("SAVED:1");
        assertThat(connector.pushed(target).get(1).targetKey()).isEqualTo("key-" + code);
        assertThat(lane(code).stage()).isNull();
    }

    @Test
    void a_target_is_told_what_is_gone_from_a_record_that_it_holds() {
        String code = create();
        settled(code, State.DELIVERED);
        update(code, 1, "+8613800138000");
        await().atMost(LONGEST).until(() -> lane(code).deliveredVersion() == 2);
        Map<String, Object> nothing = new java.util.HashMap<>();
        nothing.put("phone", null);
        office.done(Ask.update("customers", code, 2, nothing, "no phone any more"));

        await().atMost(LONGEST).until(() -> lane(code).deliveredVersion() == 3);

        assertThat(connector.pushed(target).get(2).body()).containsEntry("Phone", null);
    }

    @Test
    void credentials_are_sealed_at_rest_and_open_for_the_connector() {
        byte[] sealed = jdbc.sql("select secret from target where name = ?")
                .param(target)
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret of");
        assertThat(targets.connect(targets.find(target).orElseThrow()).secret("token"))
                .isEqualTo("secret of " + target);
    }
}
