package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.bench.Bench.WrongOption;

class RoadOptionsTest {

    @Test
    void what_is_not_said_is_as_documented() throws WrongOption {
        RoadOptions options = RoadOptions.parse(List.of("--data", "rows.csv", "--seed", "7"));
        assertThat(options).isEqualTo(new RoadOptions(Path.of("rows.csv"), 1000, 0, 9300, 7, false));
    }

    @Test
    void every_option_is_read() throws WrongOption {
        RoadOptions options = RoadOptions.parse(
                List.of("--rows", "5", "--keep", "--kills", "2", "--port", "9200", "--seed", "-1", "--data", "x"));
        assertThat(options).isEqualTo(new RoadOptions(Path.of("x"), 5, 2, 9200, -1, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--data",
                "--data x --rows 0",
                "--data x --rows many",
                "--data x --port 65534",
                "--data x --fast"
            })
    void words_that_make_no_sense_are_refused(String words) {
        List<String> given = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
        assertThatThrownBy(() -> RoadOptions.parse(given)).isInstanceOf(WrongOption.class);
    }

    @Test
    void a_benchmark_that_there_is_not_ends_with_2() {
        assertThat(Bench.run(List.of("nothing"))).isEqualTo(2);
        assertThat(Bench.run(List.of("road"))).isEqualTo(2);
    }
}
