package org.mdmhub.sync.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void an_amount_keeps_its_digits_and_has_no_exponent() {
        assertThat(Json.write(Map.of("amount", new BigDecimal("1E+6")))).isEqualTo("{\"amount\":1000000}");
        assertThat(Json.plain(Json.read("12.50"))).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void a_document_comes_back_as_plain_values_without_nulls() {
        assertThat(Json.plain(Json.read("{\"a\":1,\"b\":null,\"c\":[true,\"x\"],\"d\":9999999999,\"e\":{}}")))
                .isEqualTo(Map.of("a", 1, "c", List.of(true, "x"), "d", 9_999_999_999L, "e", Map.of()));
    }

    @Test
    void what_is_no_document_is_missing() {
        assertThat(Json.read("<html>").isMissingNode()).isTrue();
        assertThat(Json.plain(Json.read("{"))).isNull();
    }

    @Test
    void a_pick_has_the_shape_of_what_was_sent() {
        var there = Json.read(
                "{\"a\":{\"x\":1,\"y\":2},\"list\":[{\"n\":1,\"id\":9},{\"n\":2,\"id\":8}],\"z\":1,\"none\":null}");
        var sent = Map.of("a", Map.of("x", 5), "list", List.of(Map.of("n", 1)), "none", "", "gone", "");
        assertThat(Json.pick(there, sent))
                .isEqualTo(Map.of("a", Map.of("x", 1), "list", List.of(Map.of("n", 1), Map.of("n", 2))));
    }
}
