package org.mdmhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would let markup or script in through a template stands in none of them. */
class TemplatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utext", // text as markup
                "\\[\\(", // the same inlined
                "__\\$", // an expression made of a value
                "__#",
                "<script(?![^>]*th:src)[^>]*>", // a script that is not one of our files
                "<style",
                "\\s(th:)?on[a-z]+\\s*=", // inline handlers
                "\\s(th:)?style(append)?\\s*=",
                "https?://(?!www\\.thymeleaf\\.org)", // anything from elsewhere
                "\\p{IsHan}" // words that are no message
            })
    void no_template_contains(String forbidden) {
        Pattern pattern = Pattern.compile(forbidden, Pattern.CASE_INSENSITIVE);
        assertThat(Sources.templates())
                .isNotEmpty()
                .allSatisfy((name, template) ->
                        assertThat(pattern.matcher(template).results()).as(name).isEmpty());
    }

    @Test
    void all_words_of_a_template_are_messages() {
        Pattern tags = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
        assertThat(Sources.templates())
                .allSatisfy((name, template) -> assertThat(
                                tags.matcher(quoteless(template)).replaceAll(""))
                        .as(name)
                        .doesNotContainPattern("\\p{L}"));
    }

    /** Attribute values may hold the sign that ends a tag. */
    private static String quoteless(String template) {
        return template.replaceAll("\"[^\"]*\"", "");
    }
}
