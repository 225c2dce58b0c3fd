package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.bench.Bench.WrongOption;

class PagesOptionsTest {

    @Test
    void what_is_not_said_is_as_documented() throws WrongOption {
        assertThat(PagesOptions.parse(List.of())).isEqualTo(new PagesOptions(100_000, 20, 60, 9500, null));
    }

    @Test
    void every_option_is_read() throws WrongOption {
        List<String> words =
                List.of("--customers", "5000", "--people", "3", "--seconds", "9", "--port", "9600", "--data", "kept");
        assertThat(PagesOptions.parse(words)).isEqualTo(new PagesOptions(5000, 3, 9, 9600, Path.of("kept")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--customers", "--customers 10", "--people none", "--rows 10", "--port 70000"})
    void words_that_make_no_sense_are_refused(String words) {
        assertThatThrownBy(() -> PagesOptions.parse(List.of(words.split(" ")))).isInstanceOf(WrongOption.class);
    }
}
