package org.mdmhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody takes two seats of one request. */
class SeatingTest {

    private final Sufficiency.Seating seating = new Sufficiency.Seating();

    @Test
    void whoever_can_sit_elsewhere_moves_on() {
        assertThat(seating.place(Set.of("lead", "steward"))).isTrue();
        assertThat(seating.place(Set.of("lead", "steward"))).isTrue();
        assertThat(seating.place(Set.of("lead"))).isFalse();
    }

    @Test
    void a_chain_of_moves_is_found() {
        assertThat(seating.place(Set.of("a", "b"))).isTrue();
        assertThat(seating.place(Set.of("b", "c"))).isTrue();
        assertThat(seating.place(Set.of("a"))).isTrue();
        assertThat(seating.place(Set.of("c"))).isFalse();
    }

    @Test
    void nobody_is_nobody() {
        assertThat(seating.place(Set.of())).isFalse();
    }
}
