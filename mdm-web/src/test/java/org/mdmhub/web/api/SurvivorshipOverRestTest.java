package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rules on which value wins, their trial, and where values come from, as another system sees them. */
class SurvivorshipOverRestTest extends RestTest {

    @Autowired
    private Office office;

    private static Map<String, Object> content(Object fields) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fields", fields);
        content.put("otherwise", List.of("mostFrequent", "trust", "newest"));
        content.put(
                "sources",
                List.of(
                        Map.of("source", "hub", "trust", 1),
                        Map.of("source", "erp", "trust", 0.8, "halfLifeDays", 730)));
        return content;
    }

    private static Map<String, Object> asked(String kind, Object base, Map<String, Object> content) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "survivorship");
        request.put("kind", kind);
        request.put("code", "products");
        request.put("baseVersion", base);
        request.put("fields", content);
        request.put("reason", "a test");
        request.put("submit", true);
        return request;
    }

    @Test
    void rules_are_read_tried_asked_for_and_approved_by_somebody_else() {
        Rest.Answer shipped = auditor.get("/survivorship/products");
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(shipped.body().path("content").path("otherwise").toString())
                .isEqualTo("[\"mostFrequent\",\"trust\",\"newest\"]");
        assertThat(auditor.get("/survivorship").body().toString()).contains("customers", "products", "halfLifeDays");
        assertThat(auditor.get("/survivorship/suppliers").status()).isEqualTo(404);

        Map<String, Object> content = content(List.of(Map.of("field", "model", "rules", List.of("longest"))));
        Rest.Answer trial = lead.post("/survivorship/products/trials", Map.of("content", content));
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.body().path("merges").isInt()).isTrue();
        assertThat(trial.body().path("first").isArray()).isTrue();
        assertThat(requester
                        .post("/survivorship/products/trials", Map.of("content", content))
                        .status())
                .isEqualTo(403);
        Rest.Answer wrong = lead.post(
                "/survivorship/products/trials",
                Map.of("content", content(List.of(Map.of("field", "model", "rules", List.of("loudest"))))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointer()).isEqualTo("/content/fields/0/rules/0");
        assertThat(lead.post("/survivorship/products/trials", Map.of()).pointer())
                .isEqualTo("/content");

        int version = shipped.body().path("version").asInt();
        Rest.Answer request = lead.post(
                "/change-requests", version == 0 ? asked("CREATE", null, content) : asked("UPDATE", version, content));
        assertThat(request.status()).isEqualTo(201);
        String id = "/change-requests/" + request.body().get("id").asString();
        assertThat(lead.post(id + "/approve", Map.of()).code()).isEqualTo("fourEyes");
        assertThat(rest(Role.LEAD, "GROUP").post(id + "/approve", Map.of()).status())
                .isEqualTo(200);
        Rest.Answer laid = auditor.get("/survivorship/products");
        assertThat(laid.etag()).isEqualTo("\"" + (version + 1) + "\"");
        assertThat(laid.body().toString()).contains("longest");
    }

    @Test
    void each_value_tells_where_it_comes_from_and_what_is_masked_is_only_named() {
        String code = office.customer(customerWith(
                "website", "one.example", "invoiceBank", "Bank of the test", "invoiceAccount", "6222021234567890123"));
        JsonNode body = steward.get("/customers/" + code + "/origins").body();

        JsonNode website = body.path("fields").path("website");
        assertThat(website.path("requestId").isMissingNode()).isFalse();
        assertThat(website.path("why").asString()).isEqualTo("a new customer");
        assertThat(website.path("wouldChange").asString()).isNotBlank();
        assertThat(stewardSouth.get("/customers/" + code + "/origins").status()).isEqualTo(404);
        JsonNode seen = Rest.as(people.masked(Role.STEWARD, EAST), tokens, port)
                .get("/customers/" + code + "/origins")
                .body();
        assertThat(seen.path("masked").toString()).contains("invoiceAccount");
        assertThat(seen.path("fields").has("invoiceAccount")).isFalse();
        assertThat(steward.get("/suppliers/" + code + "/origins").status()).isEqualTo(404);
    }
}
