package org.mdmhub.web.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

    @Test
    void what_is_not_typed_is_what_holds() {
        assertThat(Trial.of(null, " ", 0.999, 0.5)).isEqualTo(new Trial(99.9, 50, false));
    }

    @ParameterizedTest
    @CsvSource({"99.5,80,99.5,80", "100,0,100,0", "'97,5',' 60 ',97.5,60"})
    void thresholds_are_percentages(String match, String possible, double high, double low) {
        assertThat(Trial.of(match, possible, 0.999, 0.5)).isEqualTo(new Trial(high, low, false));
    }

    @ParameterizedTest
    @CsvSource({"x,50", "101,50", "-1,50", "1e3,50", "40,60", "99,<b>", "NaN,1"})
    void anything_else_is_told_and_not_tried(String match, String possible) {
        assertThat(Trial.of(match, possible, 0.999, 0.5)).isEqualTo(new Trial(99.9, 50, true));
    }
}
