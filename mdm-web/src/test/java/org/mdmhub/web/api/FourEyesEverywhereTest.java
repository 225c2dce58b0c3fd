package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way in which somebody could approve his own, or approve twice: one list, all refused, at last by the database. */
class FourEyesEverywhereTest extends RestTest {

    private static final String REQUESTS = "/change-requests/";

    @Autowired
    JdbcClient jdbc;

    /** An attempt on a request of the person who makes it; the code of the refusal. */
    private interface Attempt {
        String code(Somebody one, String own);
    }

    /** One who may decide, as he comes over REST. */
    private record Somebody(Actor actor, Rest rest) {}

    private Somebody somebody(Role role) {
        Actor actor = people.person(role, role == Role.LEAD ? "GROUP" : EAST);
        return new Somebody(actor, Rest.as(actor, tokens, port));
    }

    private static Map<String, @Nullable Object> update(String code) {
        return body("UPDATE", code, 1, Map.of("website", NameMother.number() + ".example", "shortName", "甲"));
    }

    private String ownUpdate(Somebody one) {
        return asked(one.rest(), update(done(body("CREATE", Map.of("name", NameMother.company())))));
    }

    @TestFactory
    Stream<DynamicTest> nobody_approves_his_own_whatever_door_he_takes() {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        attempts.put(
                "approve",
                (one, own) -> one.rest().post(REQUESTS + own + "/approve").code());
        attempts.put(
                "return",
                (one, own) -> one.rest().post(REQUESTS + own + "/return").code());
        attempts.put(
                "reject",
                (one, own) -> one.rest().post(REQUESTS + own + "/reject").code());
        attempts.put(
                "one field",
                (one, own) -> one.rest()
                        .post(REQUESTS + own + "/approve", Map.of("fields", List.of("website")))
                        .code());
        attempts.put(
                "another token",
                (one, own) -> Rest.as(one.actor(), tokens, port)
                        .post(REQUESTS + own + "/approve")
                        .code());
        attempts.put("many at once", this::inBulk);
        attempts.put(
                "given to himself",
                (one, own) -> one.rest()
                        .post(
                                REQUESTS + own + "/reassign",
                                Map.of("to", one.actor().login(), "reason", "mine"))
                        .code());
        attempts.put("the screen", this::onScreen);
        return attempts.entrySet().stream()
                .flatMap(attempt -> Stream.of(Role.STEWARD, Role.LEAD)
                        .map(role -> DynamicTest.dynamicTest(attempt.getKey() + " as " + role, () -> {
                            Somebody one = somebody(role);
                            String own = ownUpdate(one);

                            assertThat(attempt.getValue().code(one, own)).isEqualTo("fourEyes");
                            assertThat(one.rest()
                                            .get(REQUESTS + own)
                                            .body()
                                            .get("status")
                                            .asString())
                                    .isEqualTo("IN_REVIEW");
                        })));
    }

    private String inBulk(Somebody one, String own) {
        int version = one.rest().get(REQUESTS + own).body().get("version").asInt();
        Rest.Answer begun = one.rest()
                .post(
                        "/change-requests/bulk",
                        Map.of(
                                "verdict",
                                "approve",
                                "items",
                                List.of(Map.of("id", own, "version", version)),
                                "comment",
                                "ok"));
        String report = "/bulks/" + begun.body().get("id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        one.rest().get(report).body().get("state").asString().equals("DONE"));
        return one.rest().get(report).body().get("items").get(0).get("code").asString();
    }

    private String onScreen(Somebody one, String own) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(one.actor().login(), People.PASSWORD);
        var answer = visitor.post("/inbox/" + own, "/inbox/" + own + "/approve", Map.of("comment", "ok"));
        return answer.statusCode() == 403 ? "fourEyes" : answer.statusCode() + " " + answer.body();
    }

    @Test
    void who_wrote_into_it_in_one_tab_does_not_approve_it_in_another() {
        Map<String, @Nullable Object> draft = update(done(body("CREATE", Map.of("name", NameMother.company()))));
        draft.put("submit", false);
        String id = asked(requester, draft);
        Somebody editor = somebody(Role.STEWARD);
        String etag = editor.rest().get(REQUESTS + id).etag();
        editor.rest()
                .put(REQUESTS + id, Map.of("fields", Map.of("website", "edited.example")), Map.of("If-Match", etag));
        requester.post(REQUESTS + id + "/submit");

        assertThat(editor.rest().post(REQUESTS + id + "/approve").code()).isEqualTo("fourEyes");
    }

    @Test
    void the_rest_of_a_change_is_as_much_his_own() {
        Somebody one = somebody(Role.STEWARD);
        String own = ownUpdate(one);
        String rest = steward2.post(REQUESTS + own + "/approve", Map.of("fields", List.of("website")))
                .body()
                .get("remainderId")
                .asString();

        assertThat(one.rest().post(REQUESTS + rest + "/approve").code()).isEqualTo("fourEyes");
    }

    @Test
    void who_took_the_first_step_does_not_take_the_second() {
        String code = done(body("CREATE", Map.of("name", NameMother.company(), "invoiceBank", "工商银行")));
        String id = asked(requester, body("UPDATE", code, 1, Map.of("invoiceBank", "建设银行")));
        assertThat(approve(lead, id).status()).isEqualTo(200);

        assertThat(approve(lead, id).code()).isEqualTo("fourEyes");
    }

    @Test
    void a_substitute_neither_approves_what_his_lender_asked_for_nor_what_he_asked_for_himself() {
        Somebody lender = somebody(Role.STEWARD);
        Somebody substitute = somebody(Role.SALES_MANAGER);
        Rest.Answer lent = lender.rest()
                .post(
                        "/delegations",
                        Map.of(
                                "substitute", substitute.actor().login(),
                                "from", LocalDate.now().toString(),
                                "until", LocalDate.now().plusDays(3).toString(),
                                "reason", "away"));
        assertThat(lent.status()).isEqualTo(201);
        String others = asked(requester, update(done(body("CREATE", Map.of("name", NameMother.company())))));

        assertThat(substitute
                        .rest()
                        .post(REQUESTS + ownUpdate(lender) + "/approve")
                        .code())
                .isEqualTo("fourEyes");
        assertThat(substitute.rest().post(REQUESTS + others + "/approve").status())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_has_no_door_at_all() {
        String id = asked(requester, body("CREATE", Map.of("name", NameMother.company())));

        for (String deed : List.of("approve", "return", "reject", "reassign", "withdraw", "submit")) {
            assertThat(admin.post(REQUESTS + id + "/" + deed).code()).as(deed).isEqualTo("forbidden");
        }
    }

    @Test
    void the_database_takes_no_such_decision_from_whoever_comes_past_the_domain() {
        Somebody one = somebody(Role.STEWARD);
        String own = ownUpdate(one);

        for (String verdict : List.of("APPROVE", "RETURN", "REJECT")) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "insert into decision (id, request_id, requested_by, round, step, verdict,"
                                            + " decided_by, decided_at) values (gen_random_uuid(), ?, ?, 1, 1, ?, ?, now())")
                            .params(
                                    UUID.fromString(own),
                                    one.actor().login(),
                                    verdict,
                                    one.actor().login())
                            .update())
                    .as(verdict)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_decision_on_another_version_than_was_looked_at_is_stale() {
        String own = ownUpdate(somebody(Role.STEWARD));
        Map<String, String> old = Map.of("If-Match", "\"99\"");

        for (String deed : List.of("approve", "return", "reject")) {
            assertThat(steward2.send("POST", REQUESTS + own + "/" + deed, "{\"comment\":\"seen\"}", old)
                            .status())
                    .as(deed)
                    .isEqualTo(412);
        }
        String now = steward2.get(REQUESTS + own).etag();
        assertThat(steward2.send("POST", REQUESTS + own + "/approve", "{}", Map.of("If-Match", now))
                        .status())
                .isEqualTo(200);
    }
}
