package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The match models as another system sees them. */
class MatchModelOverRestTest extends RestTest {

    @Test
    void the_model_in_force_is_read_with_what_each_level_weighs() {
        Rest.Answer model = steward.get("/match-models/customers");
        assertThat(model.status()).isEqualTo(200);
        assertThat(model.etag()).isEqualTo("\"" + model.body().path("setting").asInt() + "\"");
        assertThat(model.body().path("possible").asDouble()).isBetween(0.05, 0.99);
        assertThat(model.body().path("parts").toString())
                .contains("customers.organisation", "legalForm", "\"same\":", "\"random\":", "creditCode");
        assertThat(steward.get("/match-models").body().path("items").size()).isEqualTo(2);
        assertThat(steward.get("/match-models/suppliers").status()).isEqualTo(404);
        assertThat(requester.get("/match-models/customers").status()).isEqualTo(403);
    }

    @Test
    void who_does_not_define_neither_learns_nor_reads_what_was_learned() {
        assertThat(steward.post("/match-models/customers/learn", Map.of()).status())
                .isEqualTo(403);
        assertThat(steward.get("/match-models/customers/learned").status()).isEqualTo(403);
        assertThat(lead.get("/match-models/customers/learned").status()).isEqualTo(200);
        assertThat(lead.get("/match-models/customers/learned/999999").status()).isEqualTo(404);
        assertThat(lead.get("/match-models/suppliers/learned").status()).isEqualTo(404);
        assertThat(lead.post("/match-models/suppliers/learn", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_request_that_names_no_learned_model_is_refused_where_it_is_wrong() {
        Rest.Answer wrong = lead.post(
                "/change-requests",
                Map.of(
                        "type",
                        "match-models",
                        "kind",
                        "CREATE",
                        "code",
                        "customers",
                        "reason",
                        "a test",
                        "fields",
                        Map.of("learned", 999999, "possible", 0.5),
                        "submit",
                        true));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointer()).isEqualTo("/fields/learned");
    }
}
