package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import tools.jackson.databind.JsonNode;

/** Merging over REST, as the contract says. */
class MergesOverRestTest extends RestTest {

    private String customer(Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("name", NameMother.company()));
        all.putAll(fields);
        return done(body("CREATE", all));
    }

    private Rest.Answer preview(String survivor, String other, Map<String, String> picks) {
        return steward.post(
                "/merges/preview",
                Map.of("type", "customers", "survivor", survivor, "others", List.of(other), "picks", picks));
    }

    private static Map<String, Object> merge(String survivor, String other, Map<String, String> picks, String hash) {
        return Map.of(
                "type", "customers",
                "kind", "MERGE",
                "merge", Map.of("survivor", survivor, "others", List.of(other), "picks", picks, "previewHash", hash),
                "reason", "the same firm",
                "submit", true);
    }

    private String approved(Rest.Answer asked) {
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        String id = asked.body().get("id").asString();
        Rest.Answer answer = steward.post("/change-requests/" + id + "/approve", Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("APPLIED");
        return id;
    }

    @Test
    void a_preview_says_each_value_with_its_rule_the_conflicts_and_the_effects() {
        String one = customer(Map.of("phone", "+862161234567", "street", "人民路1号"));
        String other = customer(Map.of("phone", "+862169999999", "street", "中山路2号", "email", "a@b.example"));

        Rest.Answer answer = preview(one, other, Map.of("phone", other));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        JsonNode fields = answer.body().get("fields");
        assertThat(fields.at("/phone/value").asString()).isEqualTo("+862169999999");
        assertThat(fields.at("/phone/from").asString()).isEqualTo(other);
        assertThat(fields.at("/phone/rule").asString()).isEqualTo("picked");
        assertThat(fields.at("/email/value").asString()).isEqualTo("a@b.example");
        assertThat(fields.at("/email/rule").asString()).isEqualTo("only");
        assertThat(answer.body().get("conflicts").toString()).contains("street").doesNotContain("phone");
        assertThat(answer.body().at("/effects/redirects/0").asString()).isEqualTo(other);
        assertThat(answer.body().at("/effects/keysMoved").isNumber()).isTrue();
        assertThat(answer.body().at("/effects/deliveries").isNumber()).isTrue();
        assertThat(answer.body().get("previewHash").asString()).isNotEmpty();
        assertThat(preview(one, other, Map.of("phone", other)).body().get("previewHash"))
                .isEqualTo(answer.body().get("previewHash"));
        assertThat(preview(one, other, Map.of()).body().get("previewHash"))
                .isNotEqualTo(answer.body().get("previewHash"));
    }

    @Test
    void a_merge_goes_down_the_road_and_back_again() {
        String one = customer(Map.of("phone", "+862161234567"));
        String other = customer(Map.of("email", "a@b.example"));
        JsonNode before = requester.get("/customers/" + one).body().get("fields");
        JsonNode otherBefore = requester.get("/customers/" + other).body().get("fields");
        String hash = preview(one, other, Map.of()).body().get("previewHash").asString();

        String id = approved(requester.post("/change-requests", merge(one, other, Map.of(), hash)));

        JsonNode merged = requester.get("/customers/" + other).body();
        assertThat(merged.get("status").asString()).isEqualTo("MERGED");
        assertThat(merged.get("survivorCode").asString()).isEqualTo(one);
        assertThat(requester.get("/customers/" + one).body().at("/fields/email").asString())
                .isEqualTo("a@b.example");
        JsonNode ledger = requester.get("/codes/customers/" + other).body();
        assertThat(ledger.get("state").asString()).isEqualTo("MERGED");
        assertThat(ledger.get("survivorCode").asString()).isEqualTo(one);
        JsonNode entry = requester.get("/customers/" + one + "/history").body().at("/items/0");
        assertThat(entry.get("kind").asString()).isEqualTo("MERGE");
        String mergeId = entry.get("mergeId").asString();

        JsonNode parting = requester.get("/merges/" + mergeId + "/unmerge").body();
        assertThat(parting.at("/records/" + one)).isEqualTo(before);
        approved(requester.post(
                "/change-requests",
                Map.of(
                        "type",
                        "customers",
                        "kind",
                        "UNMERGE",
                        "mergeId",
                        mergeId,
                        "reason",
                        "two firms",
                        "submit",
                        true)));

        assertThat(requester.get("/customers/" + one).body().get("fields")).isEqualTo(before);
        assertThat(requester.get("/customers/" + other).body().get("fields")).isEqualTo(otherBefore);
        assertThat(requester
                        .get("/codes/customers/" + other)
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("ISSUED");
        assertThat(requester
                        .get("/customers/" + other + "/history")
                        .body()
                        .at("/items/0/mergeId")
                        .asString())
                .isEqualTo(mergeId);
        assertThat(requester
                        .get("/change-requests/" + id)
                        .body()
                        .at("/merge/survivor")
                        .asString())
                .isEqualTo(one);
    }

    @Test
    void what_changed_since_the_preview_is_a_conflict_and_writes_nothing() {
        String one = customer(Map.of());
        String other = customer(Map.of());
        String hash = preview(one, other, Map.of()).body().get("previewHash").asString();
        Rest.Answer waiting = requester.post("/change-requests", merge(one, other, Map.of(), hash));
        done(body("UPDATE", other, 1, Map.of("website", "https://moved.example")));

        Rest.Answer late = requester.post("/change-requests", merge(one, other, Map.of(), hash));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("conflict");
        String id = waiting.body().get("id").asString();
        assertThat(steward.post("/change-requests/" + id + "/approve", Map.of()).status())
                .isEqualTo(409);
        JsonNode conflict = requester.get("/change-requests/" + id).body();
        assertThat(conflict.get("status").asString()).isEqualTo("CONFLICT");
        assertThat(requester.get("/customers/" + other).body().get("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void who_asked_does_not_approve_and_who_may_not_preview_is_told_so() {
        String one = customer(Map.of());
        String other = customer(Map.of());
        String hash = preview(one, other, Map.of()).body().get("previewHash").asString();
        String id = steward.post("/change-requests", merge(one, other, Map.of(), hash))
                .body()
                .get("id")
                .asString();

        Rest.Answer own = steward.post("/change-requests/" + id + "/approve", Map.of());
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("fourEyes");
        assertThat(requester.post("/merges/preview", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void nonsense_is_named() {
        String one = customer(Map.of());
        String other = customer(Map.of());

        assertThat(steward.post("/merges/preview", Map.of()).pointer()).isEqualTo("/type");
        assertThat(steward.post("/merges/preview", Map.of("type", "customers")).pointer())
                .isEqualTo("/merge/survivor");
        assertThat(preview(one, one, Map.of()).status()).isEqualTo(422);
        assertThat(preview(one, "C000000000", Map.of()).status()).isEqualTo(404);
        assertThat(preview(one, other, Map.of("nothing", one)).status()).isEqualTo(422);
        assertThat(preview(one, other, Map.of("phone", "C999")).status()).isEqualTo(422);
        assertThat(requester
                        .post("/change-requests", merge(one, other, Map.of(), ""))
                        .status())
                .isEqualTo(422);
        assertThat(requester
                        .post(
                                "/change-requests",
                                Map.of(
                                        "type",
                                        "customers",
                                        "kind",
                                        "UNMERGE",
                                        "mergeId",
                                        UUID.randomUUID(),
                                        "submit",
                                        true))
                        .status())
                .isEqualTo(404);
        assertThat(requester
                        .post("/change-requests", Map.of("type", "customers", "kind", "UNMERGE", "submit", true))
                        .pointer())
                .isEqualTo("/mergeId");
    }
}
