package org.mdmhub.web.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.matching.Evidence;

class WaterfallTest {

    @Test
    void it_goes_from_the_prior_over_each_field_to_the_sum() {
        Waterfall fall = Waterfall.of(
                -5,
                List.of(new Evidence("creditCode", "same", 15), new Evidence("city", "other", -2)),
                Evidence::field);

        assertThat(fall.steps())
                .extracting(Waterfall.Step::kind)
                .containsExactly(Waterfall.Kind.PRIOR, Waterfall.Kind.FOR, Waterfall.Kind.AGAINST, Waterfall.Kind.SUM);
        assertThat(fall.steps()).extracting(Waterfall.Step::bits).containsExactly("−5.0", "+15.0", "−2.0", "+8.0");
        assertThat(fall.zero()).isEqualTo(33.33);
        assertThat(fall.steps()).extracting(Waterfall.Step::x).containsExactly(0.0, 0.0, 86.67, 33.33);
        assertThat(fall.steps()).extracting(Waterfall.Step::width).containsExactly(33.33, 100.0, 13.33, 53.34);
        assertThat(fall.steps()).extracting(Waterfall.Step::end).containsExactly(0.0, 100.0, 86.67, 86.67);
    }

    @Test
    void whatever_the_weights_every_bar_stays_inside_and_can_be_seen() {
        Waterfall fall =
                Waterfall.of(-5, List.of(new Evidence("a", "x", 0.01), new Evidence("b", "x", -40)), Evidence::field);

        assertThat(fall.steps()).allSatisfy(step -> {
            assertThat(step.x()).isBetween(0.0, 100.0);
            assertThat(step.width()).isPositive();
            assertThat(step.x() + step.width()).isLessThanOrEqualTo(100.01);
        });
    }
}
