package org.mdmhub.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.web.home.Charts.Figure;

class ChartsTest {

    private static List<Figure> figures(long... values) {
        return LongStream.of(values)
                .mapToObj(value -> new Figure("of " + value, value))
                .toList();
    }

    @Test
    void the_greatest_bar_takes_the_whole_width_and_the_others_their_part() {
        Chart chart = Charts.rows(figures(2, 8, 0), String::valueOf);
        assertThat(chart.bars().stream().filter(bar -> !bar.track()).map(Chart.Bar::width))
                .containsExactly(25.0, 100.0, 0.0);
        assertThat(chart.words()).extracting(Chart.Word::text).containsExactly("of 2", "2", "of 8", "8", "of 0", "0");
    }

    @Test
    void bars_of_nothing_but_zeros_are_drawn_empty() {
        assertThat(Charts.rows(figures(0, 0), String::valueOf).bars().stream().filter(bar -> !bar.track()))
                .allSatisfy(bar -> assertThat(bar.width()).isZero());
    }

    @Test
    void columns_stand_on_the_lowest_rule_side_by_side_within_the_picture() {
        Chart chart = Charts.times(figures(1, 10, 5), List.of(), String::valueOf);
        double foot = chart.lines().get(2).y1();
        assertThat(chart.bars()).allSatisfy(bar -> {
            assertThat(bar.y() + bar.height()).isEqualTo(foot);
            assertThat(bar.x()).isBetween(0.0, 100 - bar.width());
        });
        assertThat(chart.bars().get(1).height())
                .isEqualTo(2 * chart.bars().get(2).height());
        assertThat(chart.bars().get(1).x())
                .isGreaterThan(chart.bars().get(0).x() + chart.bars().get(0).width());
    }

    @Test
    void a_line_goes_from_the_middle_of_each_column_to_that_of_the_next() {
        Chart chart = Charts.times(figures(0, 0, 0, 0), List.of(0L, 4L, 2L, 2L), String::valueOf);
        assertThat(chart.points()).hasSize(3);
        List<Double> middles =
                chart.bars().stream().map(bar -> bar.x() + bar.width() / 2).toList();
        assertThat(chart.points().get(0).x1()).isCloseTo(middles.get(0), within(0.02));
        assertThat(chart.points().get(2).x2()).isCloseTo(middles.get(3), within(0.02));
        assertThat(chart.points().get(0).y2()).isEqualTo(chart.lines().get(0).y1());
        assertThat(chart.points().get(2).y1()).isEqualTo(chart.points().get(2).y2());
    }

    @Test
    void a_few_of_many_days_are_named_the_last_one_always() {
        long[] days = new long[30];
        List<Figure> figures = LongStream.range(0, days.length)
                .mapToObj(day -> new Figure("day " + day, 1))
                .toList();
        assertThat(Charts.times(figures, List.of(), String::valueOf).words())
                .extracting(Chart.Word::text)
                .contains("day 29")
                .hasSizeLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "4, 4", "5, 10", "11, 20", "37, 40", "41, 100", "1000, 1000", "1001, 2000"})
    void the_highest_rule_is_the_next_round_number(long value, long rule) {
        assertThat(Charts.above(value)).isEqualTo(rule);
    }
}
