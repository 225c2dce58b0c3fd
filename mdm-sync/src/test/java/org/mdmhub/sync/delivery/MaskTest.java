package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.sync.target.Exchange;

class MaskTest {

    private final Mask mask = new Mask(List.of("FINVOICEBANKACCOUNT"), List.of("6222021234567890"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"VERY-SECRET-1\",\"token_type\":\"Bearer\"}",
                "{\"a\":[{\"Password\":\"VERY-SECRET-1\"}]}",
                "{\"clientSecret\":{\"value\":\"VERY-SECRET-1\"}}",
                "{\"kdservice-sessionid\":\"VERY-SECRET-1\"}",
                "{\"sid\":\"VERY-SECRET-1\"}",
                "{\"X-Api-Signature\":\"VERY-SECRET-1\"}",
                "{\"pwd\":12345678,\"Set-Cookie\":\"a=VERY-SECRET-1\"}",
                "grant_type=client_credentials&client_id=a&client_secret=VERY-SECRET-1",
                "<h1>Authorization: Bearer VERY-SECRET-1</h1>",
                "Basic VERY-SECRET-1=",
                "refresh_token = \"VERY-SECRET-1\"",
                "{\"parameters\":[\"{\\\"appKey\\\":\\\"VERY-SECRET-1\\\"}\"]}",
                "{\"message\":\"wrong password: VERY-SECRET-1\"}"
            })
    void a_secret_is_hidden_by_its_name(String body) {
        assertThat(mask.text(body)).doesNotContain("VERY-SECRET-1").contains(Mask.HIDDEN);
    }

    @Test
    void a_credential_is_hidden_wherever_it_stands() {
        mask.hide(List.of("s3cr&t value", "abc"));
        assertThat(mask.text("{\"note\":\"you sent s3cr&t value\"}")).doesNotContain("s3cr");
        assertThat(mask.line("/path?key=s3cr%26t+value")).isEqualTo("/path?key=" + Mask.HIDDEN);
        assertThat(mask.line("an abc is too short to be one")).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"FINVOICEBANKACCOUNT\":\"1111 old account\"}",
                "{\"InvoiceBankAccount\":\"1111 old account\"}",
                "{\"parameters\":[\"BD_Customer\",\"{\\\"Model\\\":{\\\"FINVOICEBANKACCOUNT\\\":\\\"1111 old account\\\"}}\"]}"
            })
    void a_masked_field_is_hidden_by_the_targets_name_for_it(String body) {
        assertThat(mask.text(body)).doesNotContain("1111").contains(Mask.HIDDEN);
    }

    @Test
    void a_masked_field_is_hidden_by_its_value_too() {
        assertThat(mask.line("FName: 6222021234567890 is longer than 10")).isEqualTo("FName: ••• is longer than 10");
        assertThat(mask.text("[6222021234567890]")).isEqualTo("[•••]");
    }

    @Test
    void all_else_stays_as_it_was_sent() {
        String body = "{\"Name\":\"上海华信\",\"Amount\":0.10,\"Big\":12345678901234567890,\"None\":null,\"Of\":[true,{}]}";
        assertThat(mask.text(body)).isEqualTo(body);
        assertThat(mask.text("<html>busy</html>")).isEqualTo("<html>busy</html>");
        assertThat(mask.text("{\"cut")).isEqualTo("{\"cut");
    }

    @Test
    void what_the_database_cannot_hold_is_replaced() {
        assertThat(mask.text("a\0b\ud800c😀")).isEqualTo("a\ufffdb\ufffdc😀");
    }

    @Test
    void a_body_is_cut_after_it_was_masked_and_says_how_much_is_missing() {
        String secret = "client_secret=" + "x".repeat(20_000) + "&tail=" + "y".repeat(9_000);
        Exchange kept = mask.exchange(new Exchange("POST", "/a?token=abc", secret, 200, "", 5));
        assertThat(kept.path()).isEqualTo("/a?token=" + Mask.HIDDEN);
        assertThat(kept.request())
                .startsWith("client_secret=•••&tail=yyy")
                .endsWith("y …[+1023]")
                .doesNotContain("xx");
        assertThat(kept.request().length()).isLessThan(Mask.LONGEST + 20);
    }
}
