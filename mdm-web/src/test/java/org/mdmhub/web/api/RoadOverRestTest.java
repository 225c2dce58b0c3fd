package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RoadOverRestTest extends RestTest {

    private static final String NEW = "/change-requests";

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_the_request_to_the_code_and_its_history() {
        Rest.Answer asked = requester.post(NEW, body("CREATE", Map.of("name", NameMother.company())));
        assertThat(asked.body().get("number").asString()).matches("R\\d{8}-\\d{4,}");
        assertThat(asked.headers().firstValue("Location")).isPresent();
        assertThat(asked.body().get("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(asked.body().get("code").isNull()).isTrue();

        String code = approve(steward, asked.body().get("id").asString())
                .body()
                .get("code")
                .asString();

        Rest.Answer record = requester.get("/customers/" + code);
        assertThat(record.etag()).isEqualTo("\"1\"");
        assertThat(record.body().get("orgUnit").asString()).isEqualTo(EAST);
        JsonNode entry = requester
                .get("/customers/" + code + "/history")
                .body()
                .get("items")
                .get(0);
        assertThat(entry.get("why").asString()).isEqualTo("as the customer told us");
        assertThat(entry.get("approvedBy")).hasSize(1);
        assertThat(requester.get("/codes/customers/" + code).body().get("state").asString())
                .isEqualTo("ISSUED");
        assertThat(requester
                        .post("/codes/check", Map.of("type", "customers", "code", code))
                        .body()
                        .get("valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_check_tells_what_is_wrong_what_is_meant_and_what_would_be_done_to_each_value() {
        JsonNode verdict = requester
                .post(
                        "/customers/check",
                        Map.of(
                                "fields",
                                Map.of(
                                        "name", NameMother.company(),
                                        "creditCode", "9111 0000 6000 3734 Il",
                                        "contacts", List.of(Map.of("phone", "０２１-55550100")))))
                .body();

        JsonNode finding = verdict.get("findings").get(0);
        assertThat(finding.get("pointer").asString()).isEqualTo("/fields/creditCode");
        assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
        assertThat(finding.get("code").asString()).isEqualTo("checkDigit");
        assertThat(finding.get("suggestion").asString()).isEqualTo("91110000600037341L");
        assertThat(verdict.get("standardized").get("creditCode").asString()).isEqualTo("9111000060003734IL");
        assertThat(verdict.get("standardizations")).hasSize(2);
        assertThat(verdict.get("standardizations")).anySatisfy(done -> {
            assertThat(done.get("pointer").asString()).isEqualTo("/fields/contacts/0/phone");
            assertThat(done.get("from").asString()).isEqualTo("０２１-55550100");
            assertThat(done.get("to").asString()).isEqualTo("+862155550100");
            assertThat(done.get("what")).hasSize(2);
            assertThat(done.get("message").asString()).contains("full-width characters folded");
        });
    }

    @Test
    void history_replays_and_each_instant_shows_the_record_as_it_stood() {
        String code = done(body("CREATE", Map.of("name", NameMother.company(), "phone", "13800138000")));
        done(body("UPDATE", code, 1, Map.of("creditLimit", 5000.5, "phone", "13900139000")));
        done(body("UPDATE", code, 2, Map.of("website", "https://a.example")));

        JsonNode items = requester.get("/customers/" + code + "/history").body().get("items");
        Map<String, JsonNode> replayed = new LinkedHashMap<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            for (JsonNode change : items.get(i).get("changes")) {
                replayed.put(change.get("field").asString(), change.get("new"));
            }
            JsonNode then = requester
                    .get("/customers/" + code + "?asOf="
                            + items.get(i).get("at").asString())
                    .body();
            assertThat(then.get("version").asInt()).isEqualTo(items.size() - i);
            replayed.forEach(
                    (field, value) -> assertThat(then.get("fields").get(field)).isEqualTo(value));
        }
        assertThat(requester.get("/customers/" + code).body().get("fields")).hasSize(replayed.size());
    }

    @Test
    void odd_text_is_stored_and_shown_exactly_and_nothing_runs() {
        for (String odd : List.of(
                "😀👨‍👩‍👧 Ltd",
                "\uD840\uDC00\uD842\uDFB7店",
                "'; -- drop",
                "<script>alert(1)</script>",
                "10m² ½ ﬁ",
                "%_\\")) {
            String name = odd + " " + UUID.randomUUID();
            String code = done(body("CREATE", Map.of("name", name)));
            assertThat(requester
                            .get("/customers/" + code)
                            .body()
                            .get("fields")
                            .get("name")
                            .asString())
                    .isEqualTo(name);
        }
    }

    @Test
    void thirty_two_parallel_approvals_give_thirty_two_codes_without_a_gap() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            ids.add(asked(requester, body("CREATE", Map.of("name", NameMother.company()))));
        }
        List<Rest.Answer> answers = atOnce(ids.stream()
                .<Callable<Rest.Answer>>map(id -> () -> approve(steward, id))
                .toList());

        assertThat(answers).extracting(Rest.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.body().get("code").asString())
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select max(number) - count(*) from issued_code where number is not null and scope = ''"
                                + " and scheme_id = (select min(id) from coding_scheme where type = 'customers')")
                        .query(Long.class)
                        .single())
                .as("numbers without a code")
                .isZero();
    }

    @Test
    void one_request_approved_eight_times_at_once_is_applied_once() throws Exception {
        String id = asked(requester, body("CREATE", Map.of("name", NameMother.company())));
        List<Callable<Rest.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Rest one = rest(Role.STEWARD, EAST);
            calls.add(() -> approve(one, id));
        }
        assertThat(atOnce(calls))
                .extracting(Rest.Answer::status)
                .containsOnlyOnce(200)
                .contains(409)
                .doesNotContain(500);
    }

    @Test
    void eight_equal_creates_approved_at_once_give_one_record() throws Exception {
        Map<String, String> fields = Map.of("name", NameMother.company(), "creditCode", IdentifierMother.creditCode());
        List<Callable<Rest.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = asked(requester, body("CREATE", fields));
            calls.add(() -> approve(steward, id));
        }
        List<Rest.Answer> answers = atOnce(calls);

        assertThat(answers).extracting(Rest.Answer::status).containsOnlyOnce(200);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(7)
                .allMatch(answer -> answer.code().equals("duplicate"));
    }

    @Test
    void a_list_is_walked_by_its_cursor() {
        String mark = "列" + UUID.randomUUID().toString().substring(0, 8);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(done(body("CREATE", Map.of("name", mark + " " + NameMother.company()))));
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = requester
                    .get("/customers?limit=2&q=" + encode(mark) + "&cursor=" + cursor)
                    .body();
            page.get("items").forEach(item -> walked.add(item.get("code").asString()));
            cursor = page.get("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(walked).isEqualTo(codes);
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Rest.Answer> atOnce(List<Callable<Rest.Answer>> calls) throws Exception {
        var pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<Rest.Answer> answers = new ArrayList<>();
            for (var done : pool.invokeAll(calls)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
