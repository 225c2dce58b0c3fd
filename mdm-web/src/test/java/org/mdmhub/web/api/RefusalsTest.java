package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;

class RefusalsTest extends RestTest {

    private static final String NEW = "/change-requests";

    private Rest.Answer create(Map<String, ? extends @Nullable Object> fields) {
        return requester.post(NEW, body("CREATE", fields));
    }

    @Test
    void nobody_is_told_to_log_in_even_where_there_is_nothing() {
        assertThat(Rest.nobody(port).get("/customers").status()).isEqualTo(401);
        assertThat(Rest.nobody(port).get("/customers/C0").status()).isEqualTo(401);
        assertThat(Rest.with("mdm_invented", port).get("/customers").status()).isEqualTo(401);
    }

    @Test
    void a_missing_right_is_said_before_the_body_is_read_and_before_what_is_missing() {
        assertThat(requester
                        .send("POST", NEW + "/" + UUID.randomUUID() + "/approve", "{", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/customers").status()).isEqualTo(403);
        assertThat(auditor.send("POST", NEW, "{", Map.of()).status()).isEqualTo(403);
        assertThat(steward.get("/../v3/api-docs").status()).isNotEqualTo(200);
    }

    @Test
    void what_does_not_exist_and_what_lies_elsewhere_look_the_same() {
        String code = done(body("CREATE", Map.of("name", NameMother.company())));
        String request = asked(requester, body("CREATE", Map.of("name", NameMother.company())));

        assertThat(stewardSouth.get("/customers/" + code).status()).isEqualTo(404);
        assertThat(stewardSouth.get("/customers/C0").status()).isEqualTo(404);
        assertThat(stewardSouth.get("/customers/" + code + "/history").status()).isEqualTo(404);
        assertThat(stewardSouth.get(NEW + "/" + request).status()).isEqualTo(404);
        assertThat(stewardSouth
                        .send("POST", NEW + "/" + request + "/approve", "{", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(stewardSouth
                        .post(NEW, body("UPDATE", code, 1, Map.of("phone", "1")))
                        .status())
                .isEqualTo(404);
        assertThat(steward.get("/ghosts/1").status()).isEqualTo(404);
        assertThat(steward.get(NEW + "/no-uuid").status()).isEqualTo(404);
    }

    @Test
    void four_eyes_are_said_before_a_broken_body() {
        String own = asked(steward, body("CREATE", Map.of("name", NameMother.company())));

        Rest.Answer answer = steward.send("POST", NEW + "/" + own + "/approve", "{", Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("fourEyes");
        assertThat(steward.post(NEW + "/" + own + "/return").code()).isEqualTo("fourEyes");
        assertThat(steward.post(NEW + "/" + own + "/reject").code()).isEqualTo("fourEyes");
        String leads = asked(lead, withUnit(body("CREATE", Map.of("name", NameMother.company()))));
        assertThat(approve(lead, leads).code()).isEqualTo("fourEyes");
    }

    private static Map<String, @Nullable Object> withUnit(Map<String, @Nullable Object> body) {
        body.put("orgUnit", EAST);
        return body;
    }

    @Test
    void who_edited_a_request_does_not_decide_on_it() {
        String id = asked(requester, body("CREATE", Map.of("name", NameMother.company())));
        steward2.post(NEW + "/" + id + "/return", Map.of("comment", "more", "fields", List.of("phone")));
        String etag = steward.get(NEW + "/" + id).etag();
        Map<String, Object> fields = Map.of("name", NameMother.company(), "phone", "13800138000");
        assertThat(steward.put(NEW + "/" + id, Map.of("fields", fields), Map.of("If-Match", etag))
                        .status())
                .isEqualTo(200);
        requester.post(NEW + "/" + id + "/submit");

        assertThat(approve(steward, id).code()).isEqualTo("fourEyes");
        assertThat(approve(steward2, id).status()).isEqualTo(200);
    }

    @Test
    void a_missing_if_match_is_said_before_a_broken_body_and_a_stale_one_after_it() {
        Map<String, @Nullable Object> draft = body("CREATE", Map.of("name", NameMother.company()));
        draft.put("submit", false);
        String id = asked(requester, draft);

        assertThat(requester.send("PUT", NEW + "/" + id, "{", Map.of()).status())
                .isEqualTo(428);
        assertThat(requester
                        .send("PUT", NEW + "/" + id, "{", Map.of("If-Match", "\"99\""))
                        .status())
                .isEqualTo(400);
        assertThat(requester
                        .put(NEW + "/" + id, Map.of("reason", "new"), Map.of("If-Match", "\"99\""))
                        .status())
                .isEqualTo(412);
        assertThat(requester.get(NEW + "/" + id).body().get("reason").asString())
                .isEqualTo("as the customer told us");
    }

    @Test
    void broken_bodies_are_malformed_and_too_large_ones_too_large() {
        for (String broken :
                List.of("{\"type\":", "", "[]", "\"x\"", "{\"type\":\"customers\"} x", "{\"a\":1,\"a\":2}")) {
            assertThat(requester.send("POST", NEW, broken, Map.of()).status())
                    .as(broken)
                    .isEqualTo(400);
        }
        assertThat(requester.send("POST", NEW, "{\"fields\":[]}", Map.of()).pointer())
                .isEqualTo("/fields");
        String large = "{\"fields\":{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}}";
        assertThat(requester.send("POST", NEW, large, Map.of()).status()).isEqualTo(413);
        assertThat(requester.statusOfRaw("/customers?cursor=%%%")).isEqualTo(400);
        assertThat(requester.get("/customers?cursor=!!!").status()).isEqualTo(400);
        assertThat(requester.get("/customers?limit=201").status()).isEqualTo(400);
        assertThat(requester.get("/customers?status=GONE").status()).isEqualTo(400);
    }

    @Test
    void broken_rules_name_the_wrong_fields_and_only_those() {
        assertThat(create(Map.of("name", NameMother.company(), "nonsense", 1)).pointer())
                .isEqualTo("/fields/nonsense");
        assertThat(create(Map.of("name", 5)).pointer()).isEqualTo("/fields/name");
        assertThat(create(Map.of("name", "  ")).pointer()).isEqualTo("/fields/name");
        assertThat(create(Map.of("name", "好".repeat(301))).pointer()).isEqualTo("/fields/name");
        assertThat(create(Map.of("name", NameMother.company(), "country", "XX")).pointer())
                .isEqualTo("/fields/country");
        assertThat(create(Map.of("name", NameMother.company(), "creditLimit", "much"))
                        .pointer())
                .isEqualTo("/fields/creditLimit");
        Rest.Answer wrongCode = create(Map.of("name", NameMother.company(), "creditCode", "91350100M000100Y44"));
        assertThat(wrongCode.status()).isEqualTo(422);
        assertThat(wrongCode.body().get("errors")).hasSize(1);
        assertThat(wrongCode.body().get("errors").get(0).get("code").asString()).isEqualTo("checkDigit");
        assertThat(create(Map.of("name", NameMother.company(), "addresses", List.of(Map.of("purpose", "HOME"))))
                        .pointer())
                .isEqualTo("/fields/addresses/0/purpose");
    }

    @Test
    void what_is_refused_is_not_stored() {
        String name = NameMother.company();
        create(Map.of("name", name, "nonsense", 1));
        assertThat(steward.get(NEW + "?limit=200").body().toString()).doesNotContain(name);
    }

    @Test
    void a_kind_that_there_is_not_says_so() {
        for (String kind : List.of("SPLIT", "DELETE")) {
            assertThat(requester.post(NEW, body(kind, Map.of())).code()).isEqualTo("kind");
        }
    }

    @Test
    void problems_speak_the_callers_language() {
        Rest.Answer answer = requester.send("GET", "/customers/C0", null, Map.of());
        assertThat(answer.body().get("title").asString()).isEqualTo("Not found");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void the_same_credit_code_is_a_match_and_not_an_error_until_it_is_called_another_thing() {
        String creditCode = IdentifierMother.creditCode();
        String first = done(body("CREATE", Map.of("name", NameMother.company(), "creditCode", creditCode)));
        Rest.Answer asked =
                requester.post(NEW, body("CREATE", Map.of("name", NameMother.company(), "creditCode", creditCode)));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().get("candidates").get(0).get("outcome").asString())
                .isEqualTo("MATCH");
        String id = asked.body().get("id").asString();

        Rest.Answer refused = approve(steward, id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("duplicate");
        assertThat(refused.body().get("candidates").get(0).get("code").asString())
                .isEqualTo(first);

        assertThat(steward.post(NEW + "/" + id + "/approve", Map.of("distinctFrom", List.of(first)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_candidate_of_another_organisation_is_masked() {
        String creditCode = IdentifierMother.creditCode();
        done(body("CREATE", Map.of("name", NameMother.company(), "creditCode", creditCode)));

        var seen = stewardSouth
                .post("/customers/match", Map.of("fields", Map.of("name", "x", "creditCode", creditCode)))
                .body()
                .get("candidates")
                .get(0);

        assertThat(seen.get("masked").asBoolean()).isTrue();
        assertThat(seen.get("score").isNull()).isTrue();
        assertThat(seen.get("evidence").isNull()).isTrue();
        assertThat(seen.get("orgUnit").asString()).isEqualTo(EAST);
    }

    @Test
    void an_applied_request_answers_state_to_everyone() {
        String id = asked(requester, body("CREATE", Map.of("name", NameMother.company())));
        approve(steward, id);

        for (Rest who : List.of(steward, steward2, lead)) {
            assertThat(approve(who, id).status()).isEqualTo(409);
        }
        Map<String, Object> change = new HashMap<>();
        change.put("reason", "x");
        String etag = requester.get(NEW + "/" + id).etag();
        assertThat(requester
                        .put(NEW + "/" + id, change, Map.of("If-Match", etag))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void who_uses_a_record_by_a_view_may_ask_for_its_change_and_follow_his_request() {
        String code = done(body("CREATE", Map.of("name", NameMother.company())));
        Rest requesterSouth = rest(org.mdmhub.organisation.Role.REQUESTER, SOUTH);
        String extend = asked(requesterSouth, body("EXTEND", code, null, Map.of("salesOwner", "Li")));
        assertThat(approve(steward, extend).status()).isEqualTo(200);

        Rest.Answer asked = requesterSouth.post(NEW, body("UPDATE", code, 2, Map.of("phone", "13800138000")));

        assertThat(asked.status()).isEqualTo(201);
        String id = asked.body().get("id").asString();
        assertThat(requesterSouth.get(NEW + "/" + id).status()).isEqualTo(200);
        assertThat(approve(stewardSouth, id).code()).isEqualTo("step");
        assertThat(approve(steward, id).status()).isEqualTo(200);
    }

    @Test
    void asking_for_the_use_of_a_hidden_record_shows_nothing_of_it() {
        String code = done(body("CREATE", Map.of("name", NameMother.company())));
        Rest international = rest(org.mdmhub.organisation.Role.REQUESTER, SOUTH);
        Rest.Answer own = requester.post(
                NEW,
                body(
                        "UPDATE",
                        code,
                        1,
                        Map.of("views", List.of(Map.of("orgUnit", "GROUP", "salesOwner", "secret owner")))));
        assertThat(approve(steward, own.body().get("id").asString()).status()).isEqualTo(200);

        Rest.Answer draft = international.post(NEW, body("EXTEND", code, null, Map.of("salesOwner", "Li")));

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.body().toString()).contains("Li").doesNotContain("secret owner");
    }

    @Test
    void a_draft_is_sent_by_its_authors_alone() {
        Map<String, @Nullable Object> draft = body("CREATE", Map.of("name", NameMother.company()));
        draft.put("submit", false);
        String id = asked(requester, draft);

        assertThat(steward.post(NEW + "/" + id + "/submit").status()).isEqualTo(403);
        assertThat(requester.post(NEW + "/" + id + "/submit").status()).isEqualTo(200);
    }

    @Test
    void a_token_is_shown_once_also_to_a_repeated_call() {
        Map<String, Object> wanted = Map.of(
                "login",
                        people.person(org.mdmhub.organisation.Role.AUDITOR, EAST)
                                .login(),
                "name", "twice",
                "expiresAt", java.time.Instant.now().plusSeconds(3600).toString());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        assertThat(admin.post("/tokens", wanted, key).body().get("token").asString())
                .startsWith("mdm_");
        assertThat(admin.post("/tokens", wanted, key).body().get("token").isNull())
                .isTrue();
    }
}
