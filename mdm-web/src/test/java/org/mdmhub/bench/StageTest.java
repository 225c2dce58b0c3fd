package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.bench.Stage.Sample;

class StageTest {

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        double[] twenty = new double[20];
        for (int i = 0; i < twenty.length; i++) {
            twenty[i] = i + 1;
        }
        assertThat(Stage.percentile(twenty, 50)).isEqualTo(10);
        assertThat(Stage.percentile(twenty, 95)).isEqualTo(19);
        assertThat(Stage.percentile(twenty, 100)).isEqualTo(20);
        assertThat(Stage.percentile(new double[] {7}, 50)).isEqualTo(7);
    }

    @Test
    void a_stage_that_nothing_went_through_is_all_zeros() {
        assertThat(Stage.of("ask", List.of())).isEqualTo(new Stage("ask", 0, 0, 0, 0));
    }

    @Test
    void rows_a_second_count_from_the_first_begin_to_the_last_end_and_order_does_not_matter() {
        List<Sample> samples = List.of(
                new Sample(1_500_000_000L, 3_000_000_000L),
                new Sample(1_000_000_000L, 1_250_000_000L),
                new Sample(1_000_000_000L, 1_500_000_000L),
                new Sample(1_250_000_000L, 1_350_000_000L));
        assertThat(Stage.of("ask", samples)).isEqualTo(new Stage("ask", 4, 250, 1500, 2));
    }
}
