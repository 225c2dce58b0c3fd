package org.mdmhub.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds the guide together. */
class GuideTest {

    private static final int LARGEST_PICTURE = 130_000;

    @ParameterizedTest
    @EnumSource(Guide.class)
    void every_page_has_its_picture_in_both_languages(Guide guide) throws IOException {
        for (String language : new String[] {"en", "zh-CN"}) {
            try (InputStream picture = GuideTest.class.getResourceAsStream("/static" + guide.picture(language))) {
                assertThat(picture).as(guide.picture(language)).isNotNull();
                assertThat(picture.readAllBytes()).hasSizeBetween(5_000, LARGEST_PICTURE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, FIRST",
        "/inbox/1, DECIDE",
        "/records/customers, FIND",
        "/records/customers/new, ASK",
        "/targets/crm, TARGETS",
        "/standard/rules, STANDARD",
        "/account, PEOPLE",
        "/nowhere, FIRST"
    })
    void help_is_about_the_page_one_comes_from(String path, Guide guide) {
        assertThat(Guide.about(path)).isEqualTo(guide);
    }
}
