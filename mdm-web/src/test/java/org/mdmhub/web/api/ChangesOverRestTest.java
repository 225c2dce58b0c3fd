package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import tools.jackson.databind.JsonNode;

/** What other systems learn of merges: by the change feed, and by an old code. */
class ChangesOverRestTest extends RestTest {

    private String customer() {
        return done(body("CREATE", Map.of("name", NameMother.company())));
    }

    /** The merge as the histories name it. */
    private String merged(String survivor, String other) {
        JsonNode preview = steward.post(
                        "/merges/preview", Map.of("type", "customers", "survivor", survivor, "others", List.of(other)))
                .body();
        Map<String, Object> merge =
                Map.of("survivor", survivor, "others", List.of(other), "previewHash", preview.get("previewHash"));
        done(ask("MERGE", Map.of("merge", merge)));
        return requester
                .get("/customers/" + survivor + "/history")
                .body()
                .at("/items/0/mergeId")
                .asString();
    }

    private void takenBack(String merge) {
        done(ask("UNMERGE", Map.of("mergeId", merge)));
    }

    private static Map<String, @Nullable Object> ask(String kind, Map<String, Object> more) {
        Map<String, @Nullable Object> ask = new java.util.HashMap<>(more);
        ask.put("type", "customers");
        ask.put("kind", kind);
        ask.put("reason", "as it turned out");
        ask.put("submit", true);
        return ask;
    }

    /** The revision that a record's present state came with. */
    private long revision(String code) {
        return requester
                .get("/customers/" + code + "/history")
                .body()
                .at("/items/0/revision")
                .asLong();
    }

    /** All about these codes behind a revision, page by page of two. */
    private List<JsonNode> feed(long after, String... codes) {
        List<JsonNode> found = new ArrayList<>();
        String next = String.valueOf(after);
        while (next != null) {
            JsonNode page = requester
                    .get("/changes?type=customers&limit=2&after=" + next)
                    .body();
            page.get("items").forEach(item -> {
                if (Set.of(codes).contains(item.get("code").asString())) {
                    found.add(item);
                }
            });
            next = page.get("nextCursor").isNull()
                    ? null
                    : page.get("nextCursor").asString();
        }
        return found;
    }

    private List<JsonNode> feed(int wanted, long after, String... codes) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> feed(after, codes), list -> list.size() >= wanted);
    }

    @Test
    void the_feed_says_what_was_merged_into_what_and_what_came_back() {
        String survivor = customer();
        String loser = customer();
        long before = revision(loser);
        String merge = merged(survivor, loser);
        takenBack(merge);

        List<JsonNode> told = feed(4, before, survivor, loser);

        assertThat(told)
                .extracting(item -> item.get("kind").asString())
                .containsExactly("MERGE", "MERGE", "UNMERGE", "UNMERGE");
        assertThat(told).allSatisfy(item -> {
            assertThat(item.get("mergeId").asString()).isEqualTo(merge);
            assertThat(item.at("/codes/0").asString()).isEqualTo(survivor);
            assertThat(item.at("/codes/1").asString()).isEqualTo(loser);
            assertThat(item.get("type").asString()).isEqualTo("customers");
        });
        assertThat(told)
                .filteredOn(item -> !item.get("survivorCode").isNull())
                .singleElement()
                .satisfies(item -> assertThat(item.get("code").asString()).isEqualTo(loser));
        assertThat(told).extracting(item -> item.get("version").asInt()).containsOnly(2, 3);
    }

    @Test
    void a_change_of_one_record_names_it_alone() {
        String code = customer();

        JsonNode told = feed(1, revision(code) - 1, code).get(0);

        assertThat(told.get("kind").asString()).isEqualTo("CREATE");
        assertThat(told.get("revision").asLong()).isEqualTo(revision(code));
        assertThat(told.get("codes").toString()).isEqualTo("[\"" + code + "\"]");
        assertThat(told.get("mergeId").isNull()).isTrue();
        assertThat(told.get("survivorCode").isNull()).isTrue();
    }

    @Test
    void an_old_code_answers_with_the_last_survivor_of_its_chain() {
        String first = customer();
        String second = customer();
        String third = customer();
        merged(second, first);
        String later = merged(third, second);

        assertThat(requester
                        .get("/customers/" + first)
                        .body()
                        .get("survivorCode")
                        .asString())
                .isEqualTo(third);
        assertThat(requester
                        .get("/codes/customers/" + first)
                        .body()
                        .get("survivorCode")
                        .asString())
                .isEqualTo(third);

        takenBack(later);
        assertThat(requester
                        .get("/customers/" + first)
                        .body()
                        .get("survivorCode")
                        .asString())
                .isEqualTo(second);
    }

    @Test
    void a_feed_that_is_asked_for_in_a_wrong_way_says_what_is_wrong() {
        for (String wrong : List.of("after=x", "after=-1", "after=99999999999999999999", "limit=0", "type=suppliers")) {
            Rest.Answer answer = requester.get("/changes?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.pointer()).isEqualTo("/" + wrong.replaceAll("=.*", ""));
        }
        assertThat(admin.get("/changes").status()).isEqualTo(403);
    }
}
