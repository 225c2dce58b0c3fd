package org.mdmhub.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{100}){100}){100}){100}){100}",
                "(a{1000}){1000}",
                "[0-9]{900}{900}",
                "a{99999999999999999999}",
                "(([a-z]{50}x){60}|b){90}",
                "(?:\\(a{1000}){9}",
                "(a",
                "a{2,1}",
                "(?<=a)b",
                "(a)\\1",
                "[z-a]"
            })
    void a_pattern_that_is_none_or_grows_too_large_is_refused(String pattern) {
        assertThatThrownBy(() -> Patterns.compile(pattern)).isInstanceOf(Wrong.class);
    }

    @Test
    void a_long_pattern_is_refused() {
        assertThatThrownBy(() -> Patterns.compile("a".repeat(501))).isInstanceOf(Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d{18}|\\d{20}|[A-Z]{9}|.{15}",
                "[A-Z]{2}-\\d{4}",
                "(?i)[a-z{}]+",
                "\\{x\\}",
                "[^)(]{3}",
                "\\p{Han}{2,40}(公司|厂)?",
                "()"
            })
    void a_usual_pattern_is_taken(String pattern) throws Wrong {
        assertThat(Patterns.compile(pattern).programSize()).isLessThan(Patterns.MAX_SIZE);
    }

    /** Backtracking would take longer than the age of the universe here. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*)*b", "(a*)*(a*)*(a*)*b"})
    void no_pattern_hangs_on_any_text(String pattern) throws Wrong {
        var compiled = Patterns.compile(pattern);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(compiled.matches("a".repeat(300))).isFalse());
    }
}
