package org.mdmhub.sync.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void seconds_are_counted_from_now() {
        assertThat(RetryAfter.parse(" 120 ", NOW)).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void a_date_is_taken_as_it_is() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 08:30:00 GMT", NOW)).isEqualTo("2026-11-22T08:30:00Z");
    }

    @Test
    void what_is_over_means_now() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 07:00:00 GMT", NOW)).isEqualTo(NOW);
    }

    @Test
    void nobody_is_left_alone_for_more_than_a_day() {
        assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void anything_else_says_nothing() {
        assertThat(RetryAfter.parse("soon", NOW)).isNull();
        assertThat(RetryAfter.parse("-1", NOW)).isNull();
        assertThat(RetryAfter.parse("", NOW)).isNull();
    }
}
