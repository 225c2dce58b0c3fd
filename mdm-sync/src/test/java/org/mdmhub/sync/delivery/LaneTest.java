package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.mdmhub.sync.target.Target;

class LaneTest extends TargetTest {

    @Test
    void a_held_delivery_waits_out_its_window() {
        put(Target.Mode.LIVE, 3600);
        String code = create();

        assertThat(lane(code).state()).isEqualTo(State.HELD);
        assertThat(lane(code).notBefore()).isAfter(Instant.now().plusSeconds(3500));
        assertThat(lanes.claim(target)).isEmpty();
    }

    @Test
    void a_shadow_target_is_owed_everything_and_sent_nothing() {
        put(Target.Mode.SHADOW, 0);
        String code = create();

        assertThat(lane(code).state()).isEqualTo(State.PENDING);
        put(Target.Mode.LIVE, 0);
        settled(code, State.DELIVERED);
    }

    @Test
    void a_courier_that_lost_its_lease_acknowledges_nothing() {
        put(Target.Mode.SHADOW, 0);
        String code = create();
        Lane slow = lanes.claim(target).orElseThrow();
        jdbc.sql("update lane set lease_until = now() - interval '1 second' where id = ?")
                .param(slow.id())
                .update();
        Lane quick = lanes.claim(target).orElseThrow();

        assertThat(quick.epoch()).isGreaterThan(slow.epoch());
        assertThat(lanes.delivered(slow, 1, new Outcome.Accepted("wrong", null)))
                .isFalse();
        assertThat(lanes.delivered(quick, 1, new Outcome.Accepted("right", null)))
                .isTrue();
        assertThat(lane(code).targetKey()).isEqualTo("right");
    }

    @Test
    void after_a_courier_that_died_the_target_is_read_before_anything_is_repeated() {
        put(Target.Mode.SHADOW, 0);
        String code = create();
        Lane dead = lanes.claim(target).orElseThrow();
        jdbc.sql("update lane set lease_until = now() - interval '1 second' where id = ?")
                .param(dead.id())
                .update();

        Lane next = lanes.claim(target).orElseThrow();

        assertThat(next.unknownBefore()).isTrue();
        assertThat(lane(code).attempts()).isZero();
    }

    @Test
    void a_newer_version_does_not_wait_out_the_pause_of_an_older_one() {
        put(Target.Mode.SHADOW, 0);
        String code = create();
        Lane slow = lanes.claim(target).orElseThrow();
        update(code, 1, "+8613800138000");

        lanes.failed(slow, 1, "Unknown", "cut", Duration.ofHours(5));

        Lane lane = lane(code);
        assertThat(lane.state()).isEqualTo(State.PENDING);
        assertThat(lane.attempts()).isZero();
        assertThat(lanes.claim(target)).isPresent();
    }

    @Test
    void a_skip_that_comes_too_late_skips_nothing() {
        connector.next(target, message -> new Outcome.Rejected(List.of(new Refusal("Name", "too long"))));
        String code = create();
        Lane seen = settled(code, State.NEEDS_STEWARD);
        put(Target.Mode.SHADOW, 0);
        update(code, 1, "+8613800138000");

        assertThat(deliveries.skip(seen, "not needed")).isFalse();
        assertThat(lane(code).state()).isEqualTo(State.PENDING);
        assertThat(deliveries.skip(lane(code), "not needed")).isTrue();
    }

    @Test
    void a_retry_sends_nothing_where_nothing_may_be_sent() {
        put(Target.Mode.SHADOW, 0);
        String code = create();

        assertThat(deliveries.retry(lane(code))).isFalse();
        assertThat(connector.pushed(target)).isEmpty();
    }

    @Test
    void a_retry_goes_at_once_even_on_an_open_circuit() {
        connector.probes(target, new Outcome.Unavailable("still down", null));
        connector.next(target, message -> new Outcome.Unavailable("down", null));
        String code = create();
        await().atMost(LONGEST)
                .until(() -> targets.find(target).orElseThrow().state() == Target.State.OPEN_CIRCUIT
                        && "Unavailable".equals(lane(code).lastOutcome()));

        assertThat(deliveries.retry(lane(code))).isTrue();

        assertThat(lane(code).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_replay_brings_everything_again() {
        String code = create();
        settled(code, State.DELIVERED);

        deliveries.replay(target);

        await().atMost(LONGEST).until(() -> connector.pushed(target).size() == 2);
        settled(code, State.DELIVERED);
    }
}
