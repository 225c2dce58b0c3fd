package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrphanTest {

    private final Instant start = Instant.parse("2026-11-22T08:00:00Z");
    private boolean alive;
    private Duration idle = Duration.ofHours(1);
    private final Orphan orphan = new Orphan(() -> alive, () -> idle);

    @Test
    void it_leaves_ten_minutes_after_its_parent() {
        assertThat(orphan.isOverdue(start)).isFalse();
        assertThat(orphan.isOverdue(start.plusSeconds(599))).isFalse();
        assertThat(orphan.isOverdue(start.plusSeconds(600))).isTrue();
    }

    @Test
    void it_stays_as_long_as_somebody_asks() {
        orphan.isOverdue(start);
        idle = Duration.ofMinutes(9);
        assertThat(orphan.isOverdue(start.plusSeconds(6000))).isFalse();
    }

    @Test
    void it_stays_with_a_living_parent() {
        alive = true;
        orphan.isOverdue(start);
        assertThat(orphan.isOverdue(start.plusSeconds(6000))).isFalse();
    }
}
