package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import tools.jackson.databind.JsonNode;

/** Pairs over REST: why they look the same, and for how long it holds that they are not. */
class DuplicatesOverRestTest extends RestTest {

    private final String trade = NameMother.trade(5);
    private String one = "";
    private String other = "";

    private JsonNode pair(String status) {
        String cursor = "";
        while (true) {
            JsonNode page = steward.get("/duplicates?type=customers&limit=200&status=" + status + cursor)
                    .body();
            for (JsonNode pair : page.get("items")) {
                if (pair.get("codes").toString().contains(one)
                        && pair.get("codes").toString().contains(other)) {
                    return pair;
                }
            }
            if (page.path("nextCursor").asString("").isEmpty()) {
                throw new AssertionError("no pair " + status + " of " + one + " and " + other);
            }
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
    }

    private void lookAlikes() {
        one = done(body("CREATE", Map.of("name", "上海" + trade + "有限公司", "phone", "+862161234567")));
        other = done(body("CREATE", Map.of("name", "上海" + trade + "有限责任公司")));
    }

    @Test
    void a_pair_and_a_candidate_say_why_in_the_language_of_the_reader() {
        lookAlikes();

        assertThat(pair("OPEN").get("sentence").asString()).startsWith("Names differ only by 有限");
        JsonNode found = requester
                .post("/customers/match", Map.of("fields", Map.of("name", "上海" + trade)))
                .body();
        assertThat(found.at("/candidates/0/sentence").asString()).startsWith("Names differ only by 有限");
        assertThat(found.at("/candidates/0/evidence/0/level").asString()).isNotEmpty();
    }

    @Test
    void a_dismissed_pair_is_open_again_once_something_that_is_compared_changes() {
        lookAlikes();
        String id = pair("OPEN").get("id").asString();

        Rest.Answer dismissed = steward.post("/duplicates/" + id + "/dismiss", Map.of("reason", "two firms"));
        assertThat(dismissed.status()).isEqualTo(200);
        assertThat(dismissed.body().get("status").asString()).isEqualTo("DISMISSED");

        done(body("UPDATE", one, 1, Map.of("website", "https://a.example")));
        assertThat(pair("DISMISSED").get("id").asString()).isEqualTo(id);
        assertThat(steward.post("/duplicates/" + id + "/dismiss", Map.of("reason", "again"))
                        .status())
                .isEqualTo(409);

        done(body("UPDATE", one, 2, Map.of("phone", "+862169999999")));
        assertThat(pair("OPEN").get("id").asString()).isEqualTo(id);
        assertThat(steward.post("/duplicates/" + id + "/dismiss", Map.of("reason", "still two"))
                        .status())
                .isEqualTo(200);
        done(body("UPDATE", other, 1, Map.of("name", "上海" + trade + "股份有限公司")));
        assertThat(pair("OPEN").get("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void who_dismissed_a_pair_reopens_it_and_nobody_else() {
        lookAlikes();
        String id = pair("OPEN").get("id").asString();
        assertThat(steward.post("/duplicates/" + id + "/reopen", Map.of()).status())
                .isEqualTo(409);
        steward.post("/duplicates/" + id + "/dismiss", Map.of("reason", "two firms"));

        Rest.Answer other = lead.post("/duplicates/" + id + "/reopen", Map.of());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("code").asString()).isEqualTo("undoLate");
        assertThat(stewardSouth.post("/duplicates/" + id + "/reopen", Map.of()).status())
                .isEqualTo(404);
        assertThat(requester.post("/duplicates/" + id + "/reopen", Map.of()).status())
                .isEqualTo(403);

        Rest.Answer reopened = steward.post("/duplicates/" + id + "/reopen", Map.of());
        assertThat(reopened.status()).isEqualTo(200);
        assertThat(reopened.body().get("status").asString()).isEqualTo("OPEN");
        assertThat(pair("OPEN").get("sentence").asString()).startsWith("Names differ only by 有限");
    }

    @Test
    void of_a_candidate_in_another_organisation_nothing_but_its_name_is_told() {
        lookAlikes();

        JsonNode masked = stewardSouth
                .post("/customers/match", Map.of("fields", Map.of("name", "上海" + trade)))
                .body()
                .at("/candidates/0");

        assertThat(masked.get("masked").asBoolean()).isTrue();
        assertThat(masked.path("sentence").isNull() || masked.path("sentence").isMissingNode())
                .isTrue();
        assertThat(masked.path("evidence").isNull() || masked.path("evidence").isMissingNode())
                .isTrue();
    }
}
