package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.bench.Killer.Moment;

class KillerTest {

    @Test
    void each_part_of_the_run_has_its_kill() {
        List<Moment> moments = Killer.moments(1000, 5, 42);
        assertThat(moments).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(moments.get(i).rows()).isBetween(i * 200, (i + 1) * 200 - 1);
        }
    }

    @Test
    void a_seed_gives_the_same_moments_again_and_another_seed_others() {
        assertThat(Killer.moments(1000, 5, 42)).isEqualTo(Killer.moments(1000, 5, 42));
        assertThat(Killer.moments(1000, 5, 42)).isNotEqualTo(Killer.moments(1000, 5, 43));
    }

    @Test
    void more_kills_than_rows_still_come_before_the_end() {
        assertThat(Killer.moments(3, 7, 1)).hasSize(7).allMatch(moment -> moment.rows() < 3);
    }
}
