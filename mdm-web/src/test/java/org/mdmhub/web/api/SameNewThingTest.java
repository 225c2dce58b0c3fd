package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Role;
import tools.jackson.databind.JsonNode;

/** Two who ask for the same new thing see each other while both are open; a conflict tells its three sides. */
class SameNewThingTest extends RestTest {

    private static final String NEW = "/change-requests";

    @Test
    void each_sees_the_other_whichever_came_first_and_the_second_approval_finds_the_first_one_applied() {
        Map<String, Object> fields = Map.of("name", NameMother.company(), "creditCode", IdentifierMother.creditCode());
        String first = asked(requester, body("CREATE", fields));
        assertThat(candidates(requester.get(NEW + "/" + first).body())).doesNotContain(first);
        String second = asked(requester, body("CREATE", fields));

        assertThat(candidates(requester.get(NEW + "/" + second).body())).contains(first);
        assertThat(candidates(requester.get(NEW + "/" + first).body())).contains(second);
        assertThat(candidates(requester
                        .post("/customers/match", Map.of("fields", fields))
                        .body()))
                .contains(first, second);

        assertThat(approve(steward, first).status()).isEqualTo(200);
        Rest.Answer late = approve(steward, second);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("duplicate");
        assertThat(late.body().at("/candidates/0/code").asString()).isNotEmpty();
        assertThat(candidates(requester.get(NEW + "/" + second).body())).doesNotContain(first);
    }

    @Test
    void what_was_withdrawn_or_rejected_is_no_candidate_any_more() {
        Map<String, Object> fields = Map.of("name", NameMother.company());
        String first = asked(requester, body("CREATE", fields));
        String second = asked(requester, body("CREATE", fields));
        String third = asked(requester, body("CREATE", fields));

        requester.post(NEW + "/" + first + "/withdraw");
        steward.post(NEW + "/" + second + "/reject", Map.of("comment", "no"));

        assertThat(candidates(requester.get(NEW + "/" + third).body())).isEmpty();
    }

    private static List<String> candidates(JsonNode request) {
        return request.get("candidates")
                .valueStream()
                .map(candidate -> candidate.path("requestId").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    @Test
    void a_conflict_tells_base_theirs_and_yours_field_by_field() {
        String code = done(body("CREATE", Map.of("name", NameMother.company(), "website", "https://a.example")));
        String mine = asked(requester, body("UPDATE", code, 1, Map.of("website", "https://b.example")));
        done(body("UPDATE", code, 1, Map.of("website", "https://c.example")));

        Rest.Answer answer = approve(steward2, mine);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("conflict");
        assertThat(answer.pointer()).isEqualTo("/fields/website");
        JsonNode side = answer.body().at("/differences/0");
        assertThat(side.get("field").asString()).isEqualTo("website");
        assertThat(side.get("base").asString()).isEqualTo("https://a.example");
        assertThat(side.get("theirs").asString()).isEqualTo("https://c.example");
        assertThat(side.get("yours").asString()).isEqualTo("https://b.example");
        assertThat(requester
                        .get(NEW + "/" + mine)
                        .body()
                        .at("/differences/0/theirs")
                        .asString())
                .isEqualTo("https://c.example");
    }

    @Test
    void what_is_masked_stays_masked_in_a_conflict() {
        String code = done(body(
                "CREATE",
                Map.of("name", NameMother.company(), "invoiceBank", "工行", "invoiceAccount", "6222020200111")));
        Map<String, @Nullable Object> update = body("UPDATE", code, 1, Map.of("invoiceAccount", "6222020200222"));
        String mine = asked(requester, update);
        String theirs = asked(steward2, body("UPDATE", code, 1, Map.of("invoiceAccount", "6222020200333")));
        approve(steward, theirs);
        assertThat(approve(finance, theirs).status()).isEqualTo(200);
        approve(steward, mine);

        Rest unseeing = Rest.as(people.masked(Role.FINANCE, "GROUP"), tokens, port);
        Rest.Answer answer = approve(unseeing, mine);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().toString())
                .doesNotContain("6222020200111")
                .doesNotContain("6222020200222")
                .doesNotContain("6222020200333");
        assertThat(unseeing.get(NEW + "/" + mine).body().get("differences").toString())
                .doesNotContain("6222020200333")
                .doesNotContain("6222020200111");
    }
}
