package org.mdmhub.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 上海 ",
                "\u3000上海\u3000",
                "\u00A0上海\u00A0",
                "\u200B上\u200B海",
                "\uFEFF上海",
                "上\u200D海",
                "上\u0000海",
                "上\u007F海\u0085",
                "\u202E上海\u202C",
                "\u2066上海\u2069",
                "上\u2060海",
                "\t上海\r\n"
            })
    void what_nobody_can_see_is_taken_away(String text) {
        assertThat(CleanText.clean(text)).isEqualTo("上海");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDD2C",
                "می\u200Cخواهم",
                "क्\u200Dष",
                "10m²",
                "（集团）　有限公司",
                "a\u00A0b",
                "\uD840\uDC00"
            })
    void what_is_meant_stays(String text) {
        assertThat(CleanText.clean(text)).isEqualTo(text);
    }

    @Test
    void a_line_break_between_two_words_does_not_glue_them_together() {
        assertThat(CleanText.clean("Nanjing\nRoad")).isEqualTo("Nanjing Road");
    }

    @Property(seed = "20261122", tries = 500)
    void cleaning_twice_changes_nothing_more(@ForAll String text) {
        String once = CleanText.clean(text);

        assertThat(CleanText.clean(once)).isEqualTo(once);
    }

    @Test
    void a_value_is_storable_unless_some_text_in_it_is_not() {
        assertThat(CleanText.isStorable(Map.of("a", List.of("\uD840\uDC00", 1, true))))
                .isTrue();
        assertThat(CleanText.isStorable(null)).isTrue();
        assertThat(CleanText.isStorable(List.of(Map.of("a", "\uD840")))).isFalse();
        assertThat(CleanText.isStorable(Map.of("\u0000", 1))).isFalse();
    }
}
