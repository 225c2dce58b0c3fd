package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamenessTest {

    @Test
    void a_target_may_hold_more_than_it_was_sent() {
        assertThat(Sameness.covers(Map.of("a", "1", "b", "2"), Map.of("a", "1")))
                .isTrue();
        assertThat(Sameness.covers(Map.of("b", "2"), Map.of("a", "1"))).isFalse();
        assertThat(Sameness.covers(Map.of("a", "2"), Map.of("a", "1"))).isFalse();
    }

    @Test
    void numbers_are_compared_by_value_and_empty_is_nothing() {
        assertThat(Sameness.covers(Map.of("n", 10), Map.of("n", new BigDecimal("10.0"))))
                .isTrue();
        assertThat(Sameness.covers(Map.of("n", "10.50"), Map.of("n", new BigDecimal("10.5"))))
                .isTrue();
        assertThat(Sameness.covers(Map.of(), Map.of("x", ""))).isTrue();
        assertThat(Sameness.covers(Map.of("x", "left over"), Map.of("x", ""))).isFalse();
    }

    @Test
    void list_items_are_compared_one_by_one() {
        Object sent = Map.of("l", List.of(Map.of("a", "1"), Map.of("a", "2")));
        assertThat(Sameness.covers(Map.of("l", List.of(Map.of("a", "1", "id", 7), Map.of("a", "2"))), sent))
                .isTrue();
        assertThat(Sameness.covers(Map.of("l", List.of(Map.of("a", "1"))), sent))
                .isFalse();
    }
}
