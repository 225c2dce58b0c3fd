package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Why two things may be the same, in one sentence of either language. */
@WebTest
class MatchWordsTest {

    private static final String TYPE = "customers";
    private static final List<Evidence> SAID = List.of(
            new Evidence("district", "other", -2),
            new Evidence("phone", "equal", 4),
            new Evidence("name", "legalForm", 8),
            new Evidence("creditCode", "same", 15),
            new Evidence("country", "equal", 0.5));

    @Autowired
    private MatchWords words;

    @Autowired
    private MatchModels models;

    @Test
    void the_strongest_comes_first_for_and_against_and_no_more_than_four() {
        assertThat(in(Locale.ENGLISH, () -> sentence("苏州澄湖精工有限公司", "苏州澄湖精工有限责任公司")))
                .isEqualTo("Same credit code; names differ only by 有限公司 / 有限责任公司; same phone; other district");
        assertThat(in(Locale.SIMPLIFIED_CHINESE, () -> sentence("苏州澄湖精工有限公司", "苏州澄湖精工有限责任公司")))
                .isEqualTo("统一社会信用代码相同；名称仅“有限公司”与“有限责任公司”之差；联系电话相同；区/县不同");
    }

    @Test
    void where_one_name_has_no_form_only_the_other_is_named() {
        assertThat(in(Locale.ENGLISH, () -> sentence("Acme", "Acme Co., Ltd.")))
                .contains("names differ only by Co., Ltd.");
    }

    @Test
    void where_the_names_are_not_known_nothing_of_them_is_told() {
        assertThat(in(Locale.ENGLISH, () -> String.valueOf(words.sentence(TYPE, SAID, null, null))))
                .contains("names differ only by legal form");
    }

    @Test
    void of_what_is_masked_nothing_is_told() {
        assertThat(words.sentence(TYPE, null, "a", "b")).isNull();
    }

    @Test
    void whatever_a_model_can_say_has_its_words_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (String type : models.types()) {
                assertThat(models.of(type).orElseThrow().parts())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(part -> part.levels()
                                .forEach(level -> in(locale, () -> told(type, level.field(), level.level()))));
            }
        }
    }

    /** Said by a message of its own or by that of its level, not by the one for what nobody knows. */
    private String told(String type, String field, String level) {
        String unknown = words.clause(type, new Evidence(field, "unheard-of", 1));
        return assertThat(words.clause(type, new Evidence(field, level, 1)))
                .as(field + "." + level)
                .isNotBlank()
                .isNotEqualTo(unknown)
                .doesNotContainPattern("[a-z][A-Z]|[{}]")
                .actual();
    }

    @Test
    void what_an_earlier_model_said_is_told_by_where_it_points() {
        assertThat(Stream.of(1, -1)
                        .map(weight ->
                                in(Locale.ENGLISH, () -> words.clause(TYPE, new Evidence("lei", "gone", weight)))))
                .containsExactly("LEI speaks for it", "LEI speaks against it");
    }

    private String sentence(String one, String other) {
        return String.valueOf(words.sentence(TYPE, SAID, one, other));
    }

    private static String in(Locale locale, Supplier<String> said) {
        LocaleContextHolder.setLocale(locale);
        try {
            return said.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
