package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Role;

/** A rule from the trial to the refusal, as another system sees it. */
class RulesOverRestTest extends RestTest {

    @Test
    void a_rule_is_tried_asked_for_approved_and_speaks_in_the_callers_language() {
        String group = "G" + NameMother.number();
        Map<String, Object> rule = rule(group);
        assertThat(trial(rule)).isEqualTo(0);

        Map<String, Object> ask = Map.of(
                "type",
                "rules",
                "kind",
                "CREATE",
                "code",
                "rest." + group,
                "fields",
                rule,
                "reason",
                "a test",
                "submit",
                true);
        Rest.Answer asked = lead.post("/change-requests", ask);
        assertThat(asked.status()).isEqualTo(201);
        String approve = "/change-requests/" + asked.body().get("id").asString() + "/approve";
        assertThat(lead.post(approve, Map.of()).code()).isEqualTo("fourEyes");
        assertThat(rest(Role.LEAD, "GROUP").post(approve, Map.of()).status()).isEqualTo(200);

        Rest.Answer one = auditor.get("/rules/rest." + group);
        assertThat(one.etag()).isEqualTo("\"1\"");
        assertThat(one.body().get("speaks").asBoolean()).isTrue();
        assertThat(auditor.get("/rules").body().get("items").toString()).contains("rest." + group);

        Map<String, Object> request =
                new java.util.HashMap<>(body("CREATE", CustomerMother.customerWith("customerGroup", group)));
        request.put("orgUnit", EAST);
        assertThat(message(requester.post("/change-requests", request))).isEqualTo("A D-U-N-S number, please");
        assertThat(message(requester.post("/change-requests", request, Map.of("Accept-Language", "zh-CN"))))
                .contains("请填写邓白氏编码");
    }

    private static String message(Rest.Answer refused) {
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/fields/duns");
        return refused.body().path("errors").path(0).path("message").asString("");
    }

    private long trial(Map<String, Object> rule) {
        Rest.Answer begun = lead.post("/rules/trials", Map.of("rule", rule));
        assertThat(begun.status()).isEqualTo(202);
        String path = "/rules/trials/" + begun.body().get("id").asString();
        Rest.Answer ended = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> lead.get(path),
                        trial -> trial.body().path("state").asString("").equals("DONE"));
        assertThat(rest(Role.LEAD, "GROUP").get(path).status()).isEqualTo(404);
        return ended.body().get("failing").asLong();
    }

    @Test
    void a_trial_of_no_rule_is_refused_by_field_and_only_leads_try() {
        Map<String, Object> wrong = Map.of("rule", Map.of("type", "customers", "check", "REQUIRED", "field", "planet"));

        assertThat(lead.post("/rules/trials", wrong).status()).isEqualTo(422);
        assertThat(lead.post("/rules/trials", Map.of()).pointer()).isEqualTo("/rule");
        assertThat(steward.post("/rules/trials", wrong).status()).isEqualTo(403);
        assertThat(auditor.get("/rules/no-such-rule").status()).isEqualTo(404);
    }

    private static Map<String, Object> rule(String group) {
        return Map.of(
                "type", "customers",
                "name", "DUNS",
                "check", "REQUIRED",
                "field", "duns",
                "severity", "ERROR",
                "message", "A D-U-N-S number, please",
                "messageZh", "请填写邓白氏编码",
                "when", List.of(Map.of("field", "customerGroup", "is", "EQUAL", "value", group)));
    }
}
