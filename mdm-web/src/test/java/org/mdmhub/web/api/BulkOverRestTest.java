package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.organisation.Role;

/** Many decisions at once, as another system asks for them. */
class BulkOverRestTest extends RestTest {

    private Map<String, Object> item() {
        Map<String, Object> request = new java.util.HashMap<>(body("CREATE", CustomerMother.customer()));
        request.put("orgUnit", EAST);
        request.put("submit", true);
        var asked = requester.post("/change-requests", request).body();
        return Map.of(
                "id",
                asked.get("id").asString(),
                "version",
                requester
                        .get("/change-requests/" + asked.get("id").asString())
                        .body()
                        .get("version")
                        .asInt());
    }

    @Test
    void each_has_its_outcome_in_the_report() {
        Map<String, Object> good = item();
        Map<String, Object> stale = Map.of("id", item().get("id"), "version", 99);
        Rest steward = rest(Role.STEWARD, EAST);
        Rest.Answer begun = steward.post(
                "/change-requests/bulk", Map.of("verdict", "approve", "items", List.of(good, stale), "comment", "ok"));
        assertThat(begun.status()).isEqualTo(202);
        String report = "/bulks/" + begun.body().get("id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> steward.get(report).body().get("state").asString().equals("DONE"));
        var ended = steward.get(report).body();
        assertThat(ended.get("done").asInt()).isEqualTo(1);
        assertThat(ended.get("items").get(1).get("code").asString()).isEqualTo("stale");
        assertThat(rest(Role.LEAD, "GROUP").get(report).status()).isEqualTo(404);
    }

    @Test
    void what_makes_no_sense_is_refused_before_anything_is_done() {
        Rest steward = rest(Role.STEWARD, EAST);
        Map<String, Object> item = item();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("verdict", "reject", "items", List.of(item)),
                Map.of("verdict", "approve", "items", List.of()),
                Map.of("verdict", "approve", "items", List.of(item, item)),
                Map.of("verdict", "approve", "items", List.of(Map.of("id", item.get("id")))),
                Map.of("verdict", "return", "items", List.of(item)))) {
            assertThat(steward.post("/change-requests/bulk", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(rest(Role.STEWARD, "CN-SOUTH")
                        .post("/change-requests/bulk", Map.of("verdict", "approve", "items", List.of(item)))
                        .status())
                .isEqualTo(422);
        assertThat(requester
                        .post("/change-requests/bulk", Map.of("verdict", "approve", "items", List.of(item)))
                        .status())
                .isEqualTo(403);
    }
}
