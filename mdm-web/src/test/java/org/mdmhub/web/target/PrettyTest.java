package org.mdmhub.web.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrettyTest {

    @Test
    void a_document_within_a_text_is_opened_too() {
        assertThat(Pretty.body(
                        "{\"parameters\":[\"BD_Customer\",\"{\\\"FName\\\":\\\"华信\\\",\\\"FAmount\\\":0.10}\"]}"))
                .contains("\"FName\" : \"华信\"")
                .contains("0.10")
                .contains("\n");
    }

    @Test
    void what_is_no_document_stays_as_it_came() {
        assertThat(Pretty.body("{\"cut\":\"of …[+12]")).isEqualTo("{\"cut\":\"of …[+12]");
        assertThat(Pretty.body("a=b&c=d")).isEqualTo("a=b&c=d");
        assertThat(Pretty.body("[not json]")).isEqualTo("[not json]");
        assertThat(Pretty.body("")).isEmpty();
    }
}
