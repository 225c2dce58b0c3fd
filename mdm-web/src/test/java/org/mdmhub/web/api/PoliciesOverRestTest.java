package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Policies, fields approved by themselves, delegation and reassigning, as another system sees them. */
class PoliciesOverRestTest extends RestTest {

    @Autowired
    private Office office;

    private final String group = "G" + NameMother.number();

    private Map<String, Object> policy(Object steps) {
        return Map.of(
                "name",
                "A test of " + group,
                "type",
                "customers",
                "when",
                List.of(Map.of("field", "customerGroup", "is", "EQUAL", "value", group)),
                "only",
                true,
                "steps",
                steps);
    }

    @Test
    void a_policy_is_tried_asked_for_approved_and_explains_itself() {
        Map<String, Object> content = policy(List.of());
        Map<String, Object> invented = Map.of(
                "type",
                "customers",
                "kind",
                "CREATE",
                "orgUnit",
                EAST,
                "fields",
                Map.of("name", "某公司", "customerGroup", group));
        Rest.Answer trial = lead.post(
                "/policies/trials", Map.of("request", invented, "policy", Map.of("key", "x", "content", content)));
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.body().get("steps").size()).isZero();
        assertThat(trial.body().get("policies").toString()).contains("customerGroup", "every-request");
        Rest.Answer present = requester.post("/policies/trials", Map.of("request", invented));
        assertThat(present.body().path("steps").path(0).path("policies").path(0).asString())
                .isEqualTo("every-request");

        assertThat(ask(policy(List.of(Map.of("stage", 0, "roles", List.of("LEAD")))))
                        .pointer())
                .isEqualTo("/fields/steps/0/stage");
        assertThat(ask(policy(List.of(Map.of("people", List.of("nobody-at-all")))))
                        .pointer())
                .startsWith("/fields/steps/0");
        Rest.Answer asked = ask(content);
        assertThat(asked.status()).isEqualTo(201);
        String approve = "/change-requests/" + asked.body().get("id").asString() + "/approve";
        assertThat(lead.post(approve, Map.of()).code()).isEqualTo("fourEyes");
        assertThat(rest(Role.LEAD, "GROUP").post(approve, Map.of()).status()).isEqualTo(200);

        assertThat(auditor.get("/policies/auto." + group).etag()).isEqualTo("\"1\"");
        assertThat(auditor.get("/policies").body().toString())
                .contains("auto." + group, "replaced", "above-creditLimit");
        Map<String, Object> request = new java.util.HashMap<>(body("CREATE", customerWith("customerGroup", group)));
        request.put("orgUnit", EAST);
        request.put("submit", true);
        assertThat(requester
                        .post("/change-requests", request)
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("APPLIED");
    }

    private Rest.Answer ask(Map<String, Object> content) {
        return lead.post(
                "/change-requests",
                Map.of(
                        "type",
                        "policies",
                        "kind",
                        "CREATE",
                        "code",
                        "auto." + group,
                        "fields",
                        content,
                        "reason",
                        "a test",
                        "submit",
                        true));
    }

    @Test
    void named_fields_are_applied_now_and_the_rest_goes_on() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        String id = office.askedUpdate(code, fields("website", "https://example.cn", "invoiceBank", "建设银行"))
                .toString();
        Rest.Answer before = steward.get("/change-requests/" + id);
        assertThat(before.body().get("policies").toString()).contains("every-request", "REPLACED", "invoiceBank");
        String approve = "/change-requests/" + id + "/approve";
        assertThat(steward.post(approve, Map.of("fields", List.of("phone"))).pointer())
                .isEqualTo("/fields/phone");

        Rest.Answer answer = steward.post(approve, Map.of("fields", List.of("website")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("applied").toString()).isEqualTo("[\"website\"]");
        assertThat(answer.body().get("status").asString()).isEqualTo("APPLIED");
        JsonNode rest = steward.get(
                        "/change-requests/" + answer.body().get("remainderId").asString())
                .body();
        assertThat(rest.get("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(rest.get("splitFrom").asString()).isEqualTo(id);
        assertThat(rest.get("steps").size()).isEqualTo(2);
        assertThat(rest.get("decisions").size()).isZero();
        assertThat(steward.post(approve, Map.of("fields", List.of("website"))).status())
                .isEqualTo(409);
    }

    @Test
    void somebody_is_away_and_a_step_is_given_to_one_person() {
        Actor away = people.person(Role.FINANCE, "GROUP");
        Actor instead = people.person(Role.SALES_MANAGER, "GROUP");
        Rest his = Rest.as(away, tokens, port);
        Rest substitute = Rest.as(instead, tokens, port);
        Map<String, Object> loan = Map.of(
                "substitute",
                instead.login(),
                "from",
                LocalDate.now(java.time.ZoneId.systemDefault()).toString(),
                "until",
                LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(2).toString(),
                "reason",
                "on holiday");
        assertThat(his.post("/delegations", Map.of("substitute", instead.login(), "from", "soon"))
                        .pointer())
                .isEqualTo("/from");
        Rest.Answer lent = his.post("/delegations", loan);
        assertThat(lent.status()).isEqualTo(201);
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        String id = office.askedUpdate(code, fields("invoiceBank", "建设银行")).toString();
        assertThat(steward.post("/change-requests/" + id + "/approve").status()).isEqualTo(200);
        assertThat(substitute.get("/change-requests?assignee=me").body().toString())
                .contains(id);

        Actor other = people.person(Role.FINANCE, "GROUP");
        assertThat(substitute
                        .post("/change-requests/" + id + "/reassign", Map.of("to", other.login(), "reason", "x"))
                        .code())
                .isEqualTo("step");
        assertThat(lead.post("/change-requests/" + id + "/reassign", Map.of("to", away.login(), "reason", "his"))
                        .status())
                .isEqualTo(200);
        assertThat(lead.get("/change-requests/" + id + "/reassignments").body().toString())
                .contains(away.login());

        Rest.Answer decided = substitute.post("/change-requests/" + id + "/approve");
        assertThat(decided.body().path("decisions").path(1).path("decidedFor").asString())
                .isEqualTo(away.login());
        long number = lent.body().get("id").asLong();
        assertThat(substitute.post("/delegations/" + number + "/revoke").status())
                .isEqualTo(404);
        assertThat(his.post("/delegations/" + number + "/revoke").status()).isEqualTo(200);
        assertThat(his.get("/delegations").body().toString()).contains("revokedAt");
    }
}
