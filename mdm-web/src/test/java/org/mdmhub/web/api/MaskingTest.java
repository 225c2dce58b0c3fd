package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who sees masked fields, and what the others see instead, on every way out. */
class MaskingTest extends RestTest {

    private static final String ACCOUNT = "6222021234567890123";
    private static final String SECOND = "6228480402564890018";

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private Actor blind;
    private Rest unseeing;
    private String code = "";

    @BeforeEach
    void a_customer_with_bank_accounts() {
        blind = people.masked(Role.STEWARD, EAST);
        unseeing = Rest.as(blind, tokens, port);
        code = office.customer(CustomerMother.customerWith(
                "invoiceBank",
                "Bank of the test",
                "invoiceAccount",
                ACCOUNT,
                "bankAccounts",
                List.of(Map.of("id", "b1", "bank", "Bank of the test", "account", SECOND))));
    }

    @Test
    void who_holds_the_role_sees_all() {
        JsonNode body = steward.get("/customers/" + code).body();
        assertThat(body.toString()).contains(ACCOUNT, SECOND).doesNotContain("masked");
    }

    @Test
    void others_are_told_that_something_is_there_and_not_what() {
        JsonNode body = unseeing.get("/customers/" + code).body();
        assertThat(body.toString()).doesNotContain(ACCOUNT).doesNotContain(SECOND);
        assertThat(body.get("masked").toString()).isEqualTo("[\"invoiceAccount\",\"bankAccounts.account\"]");
        assertThat(body.get("fields").has("invoiceAccount")).isFalse();
        assertThat(body.get("fields").get("bankAccounts").get(0).get("bank").asString())
                .isEqualTo("Bank of the test");
        assertThat(unseeing.get("/customers?q=" + code).body().toString())
                .contains(code)
                .doesNotContain(ACCOUNT)
                .doesNotContain(SECOND);
    }

    @Test
    void the_history_hides_what_the_record_hides() {
        String history = unseeing.get("/customers/" + code + "/history").body().toString();
        assertThat(history)
                .doesNotContain(ACCOUNT)
                .doesNotContain(SECOND)
                .contains("{\"field\":\"invoiceAccount\",\"old\":null,\"new\":null,\"masked\":true}");
    }

    @Test
    void a_request_hides_it_but_for_its_author() {
        Actor author = people.masked(Role.REQUESTER, EAST);
        UUID request = road.ask(
                AskMother.update(code, 1, CustomerMother.fields("invoiceAccount", "6214830100000012345")), author);
        assertThat(Rest.as(author, tokens, port)
                        .get("/change-requests/" + request)
                        .body()
                        .toString())
                .contains("6214830100000012345");
        JsonNode seen = unseeing.get("/change-requests/" + request).body();
        assertThat(seen.toString()).doesNotContain("6214830100000012345").doesNotContain(ACCOUNT);
        assertThat(seen.get("masked").toString()).isEqualTo("[\"invoiceAccount\"]");
        assertThat(seen.get("diff").get(0).get("masked").asBoolean()).isTrue();
        assertThat(steward.get("/change-requests/" + request).body().toString()).contains("6214830100000012345");
    }

    @Test
    void a_role_elsewhere_does_not_help_here() {
        Actor elsewhere = people.masked(Role.LEAD, "GROUP");
        people.alsoHolds(elsewhere, Role.MASKED_READER, SOUTH);
        assertThat(Rest.as(elsewhere, tokens, port)
                        .get("/customers/" + code)
                        .body()
                        .toString())
                .doesNotContain(ACCOUNT);
    }

    @Test
    void screens_show_the_end_only() {
        Visitor visitor = new Visitor(port);
        visitor.logIn(blind.login(), People.PASSWORD);
        String page = visitor.get("/records/customers/" + code).body();
        assertThat(page)
                .contains("••••0123", "••••0018")
                .doesNotContain(ACCOUNT)
                .doesNotContain(SECOND);
        UUID request = office.askedUpdate(code, CustomerMother.fields("invoiceAccount", "6214830100000012345"));
        // differing characters are marked one by one
        assertThat(visitor.get("/inbox/" + request).body().replaceAll("<[^>]*>", ""))
                .contains("••••23")
                .doesNotContain("6214830100000012345")
                .doesNotContain(ACCOUNT);
    }

    @Test
    void the_trial_of_a_policy_tells_nothing_of_what_its_lead_may_not_see() {
        Rest lead = Rest.as(people.masked(Role.LEAD, "GROUP"), tokens, port);
        Map<String, Object> request = Map.of(
                "type", "customers", "kind", "UPDATE", "code", code, "baseVersion", 1, "fields", Map.of("phone", "1"));
        Map<String, Object> guess = Map.of("field", "invoiceAccount", "is", "EQUAL", "value", ACCOUNT);
        assertThat(tried(lead, request, Map.of("when", List.of(guess)))).isEqualTo("/policy/content/when/0/field");
        assertThat(tried(lead, request, Map.of("replaced", List.of("phone", "bankAccounts"))))
                .isEqualTo("/policy/content/replaced/1");
        assertThat(tried(lead, request, Map.of("replaced", List.of("phone")))).isEmpty();
        assertThat(tried(rest(Role.LEAD, "GROUP"), request, Map.of("when", List.of(guess))))
                .isEmpty();
    }

    private static String tried(Rest lead, Map<String, Object> request, Map<String, Object> part) {
        Map<String, Object> content = new java.util.HashMap<>(part);
        content.put("name", "A trial");
        content.put("steps", List.of(Map.of("roles", List.of("LEAD"))));
        Rest.Answer answer = lead.post(
                "/policies/trials", Map.of("request", request, "policy", Map.of("key", "tried", "content", content)));
        assertThat(answer.status())
                .as(answer.body().toString())
                .isEqualTo(answer.pointer().isEmpty() ? 200 : 422);
        return answer.pointer();
    }

    @Test
    void the_report_of_a_mass_change_covers_what_the_gate_said_of_hidden_values() {
        String mark = "G" + org.mdmhub.mother.NameMother.number();
        office.customer(CustomerMother.customerWith("shortName", mark));
        String id = unseeing.post(
                        "/mass-changes",
                        Map.of(
                                "type",
                                "customers",
                                "filter",
                                Map.of("q", mark),
                                "fields",
                                Map.of("website", "a.example")))
                .body()
                .get("id")
                .asString();
        jdbc.sql("update mass_item set state = 'REFUSED', note = ?::jsonb where key = ?")
                .params(
                        "[{\"pointer\": \"/fields/invoiceAccount\", \"code\": \"taken\", \"args\": [\"" + ACCOUNT
                                + "\"]}]",
                        id)
                .update();

        String items = unseeing.get("/mass-changes/" + id + "/items").body().toString();
        assertThat(items).contains("taken", "••••").doesNotContain(ACCOUNT);
        Visitor visitor = new Visitor(port);
        visitor.logIn(blind.login(), People.PASSWORD);
        assertThat(visitor.get("/mass-changes/task?key=" + id).body())
                .contains("••••")
                .doesNotContain(ACCOUNT);
        people.alsoHolds(blind, Role.MASKED_READER, EAST);
        assertThat(unseeing.get("/mass-changes/" + id + "/items").body().toString())
                .contains(ACCOUNT);
    }
}
