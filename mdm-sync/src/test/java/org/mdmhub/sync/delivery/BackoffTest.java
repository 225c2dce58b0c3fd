package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void the_schedule_is_that_of_standard_webhooks_and_then_it_is_a_persons_turn() {
        assertThat(Backoff.cap(1)).contains(Duration.ZERO);
        assertThat(Backoff.cap(2)).contains(Duration.ofSeconds(5));
        assertThat(Backoff.cap(3)).contains(Duration.ofMinutes(5));
        assertThat(Backoff.cap(10)).contains(Duration.ofHours(24));
        assertThat(Backoff.cap(11)).isEmpty();
    }

    @Test
    void the_jitter_lies_between_nothing_and_the_cap() {
        Duration cap = Duration.ofSeconds(5);
        for (int i = 0; i < 1000; i++) {
            assertThat(Backoff.jittered(cap)).isBetween(Duration.ZERO, cap);
        }
        assertThat(Backoff.jittered(Duration.ZERO)).isZero();
    }
}
