package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.Scope;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

class AttemptsTest extends TargetTest {

    @Autowired
    Attempts attempts;

    @Test
    void a_lane_keeps_its_last_twenty_attempts() {
        Lane lane = settled(create(), State.DELIVERED);
        IntStream.rangeClosed(1, 25).forEach(version -> attempts.note(lane.id(), note(version)));
        assertThat(attempts.of(lane.id()))
                .hasSize(Attempts.PER_LANE)
                .first()
                .satisfies(newest -> assertThat(newest.version()).isEqualTo(25));
    }

    private static Attempts.Note note(int version) {
        return new Attempts.Note(version, "Unknown", null, 1, List.of());
    }

    @Test
    void what_is_older_than_thirty_days_goes_and_the_rest_stays() {
        Lane lane = settled(create(), State.DELIVERED);
        attempts.note(lane.id(), note(7));
        jdbc.sql("update delivery_attempt set at = now() - interval '31 days' where lane_id = ? and version = 1")
                .param(lane.id())
                .update();
        assertThat(attempts.prune(30)).isPositive();
        assertThat(attempts.of(lane.id()))
                .singleElement()
                .satisfies(left -> assertThat(left.version()).isEqualTo(7));
    }

    @Test
    void attempts_of_a_record_outside_ones_organisations_are_not_there() {
        Lane lane = settled(create(), State.DELIVERED);
        assertThat(Scope.of(office.steward(), () -> deliveries.attempts(lane.id())))
                .isNotEmpty();
        assertThat(Scope.of(office.stewardSouth(), () -> deliveries.attempts(lane.id())))
                .isEmpty();
    }

    @Test
    void figures_and_failures_count_what_the_reader_may_see() {
        refused();
        var seen = Scope.of(office.steward(), () -> deliveries.figures(target));
        assertThat(seen.refused()).isEqualTo(1);
        assertThat(seen.failing()).isEqualTo(1);
        assertThat(Scope.of(office.steward(), () -> deliveries.failures(target)))
                .containsExactly(new Deliveries.Failure("customers", "Name: too long", 1));
        var hidden = Scope.of(office.stewardSouth(), () -> deliveries.figures(target));
        assertThat(hidden).isEqualTo(new Deliveries.Figures(0, 0, 0, 0, 0, 0, 0));
        assertThat(Scope.of(office.stewardSouth(), () -> deliveries.failures(target)))
                .isEmpty();
    }

    private String refused() {
        connector.next(target, message -> new Outcome.Rejected(List.of(new Refusal("Name", "too long"))));
        String code = create();
        settled(code, State.NEEDS_STEWARD);
        return code;
    }

    @Test
    void all_that_failed_is_sent_again_in_one_go() {
        String code = refused();
        assertThat(Scope.of(office.stewardSouth(), () -> deliveries.resend(target, null)))
                .isZero();
        Instant later = Instant.now().plusSeconds(60);
        assertThat(Scope.of(office.lead(), () -> deliveries.resend(target, later)))
                .isZero();
        assertThat(Scope.of(office.lead(), () -> deliveries.resend(target, null)))
                .isEqualTo(1);
        settled(code, State.DELIVERED);
        assertThat(Scope.of(office.lead(), () -> deliveries.figures(target)).sentToday())
                .isEqualTo(1);
    }
}
