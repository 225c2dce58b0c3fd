package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list over REST: given in, followed, fetched with columns added. */
class ListsOverRestTest extends RestTest {

    private static final String MARK = "----list";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final String name = "上海" + NameMother.trade(4) + "贸易有限公司";
    private String token = "";
    private String other = "";

    @BeforeEach
    void somebody_with_a_list() {
        token = token(people.person(Role.STEWARD, Office.EAST));
        other = token(people.person(Role.STEWARD, Office.EAST));
    }

    private String token(Actor actor) {
        return tokens.make(
                        actor.login(),
                        "test",
                        EnumSet.allOf(Right.class),
                        Instant.now().plus(Duration.ofHours(1)),
                        "test")
                .token();
    }

    private HttpResponse<String> call(String who, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + who)
                            .header("Accept-Language", "en")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
    }

    private HttpResponse<String> give(byte[] file, String type, String... headers) {
        byte[] head = ("--" + MARK + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type + "\r\n--"
                        + MARK
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + MARK + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = to("/lists")
                .header("Content-Type", "multipart/form-data; boundary=" + MARK)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, file, foot)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return call(token, request);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private JsonNode ended(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(
                                call(token, to("/lists/" + id).GET()).body()),
                        list -> !list.get("state").asString().equals("RUNNING"));
    }

    @Test
    void each_row_comes_back_with_what_the_hub_has_of_it() {
        String shared = IdentifierMother.creditCode();
        String code = done(body("CREATE", Map.of("name", name, "creditCode", shared)));
        String fresh = NameMother.company();
        String sheet = "客户名称,信用代码,备注\r\n" + name.replace("有限公司", "有限责任公司") + ",,=1+1\r\n其他," + shared + ",\r\n" + fresh
                + ",,-2\r\n" + fresh + ",,\r\n";

        String id = id(give(sheet.getBytes(Charset.forName("GB18030")), "customers"));
        JsonNode list = ended(id);

        assertThat(list.get("state").asString()).isEqualTo("DONE");
        assertThat(List.of(list.get("rows").asInt(), list.get("read").asInt())).containsExactly(4, 4);
        assertThat(List.of(
                        list.get("matched").asInt(),
                        list.get("possible").asInt(),
                        list.get("alone").asInt(),
                        list.get("twice").asInt()))
                .containsExactly(1, 1, 2, 2);
        HttpResponse<String> result = call(token, to("/lists/" + id + "/result").GET());
        assertThat(result.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> lines = result.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("\uFEFF客户名称,信用代码,备注,hub_row,hub_outcome,hub_code,hub_name,hub_score,hub_reason,hub_group");
        assertThat(lines.get(1))
                .contains(",'=1+1,2,POSSIBLE," + code + "," + name + ",0.")
                .contains("Names differ only by 有限");
        assertThat(lines.get(2)).contains(",3,MATCH," + code + "," + name + ",").contains("ame credit code");
        assertThat(lines.get(3)).isEqualTo(fresh + ",,'-2,4,NONE,,,,,1");
        assertThat(lines.get(4)).isEqualTo(fresh + ",,,5,NONE,,,,,1");
    }

    @Test
    void what_its_reader_may_not_see_comes_masked() {
        String code = done(body("CREATE", Map.of("name", name)));
        token = token(people.person(Role.REQUESTER, Office.SOUTH));

        String id = id(give(utf8("name\n" + name + "\n"), "customers"));
        ended(id);

        assertThat(call(token, to("/lists/" + id + "/result").GET()).body().lines())
                .contains(name + ",2,MATCH," + code + "," + name + ",,,");
    }

    @Test
    void a_list_is_nobody_elses_and_is_gone_when_it_is_deleted() {
        String id = id(give(utf8("name\n" + name + "\n"), "customers"));
        assertThat(call(other, to("/lists/" + id).GET()).statusCode()).isEqualTo(404);
        assertThat(call(other, to("/lists/" + id + "/result").GET()).statusCode())
                .isEqualTo(404);
        assertThat(call(other, to("/lists/" + id).DELETE()).statusCode()).isEqualTo(404);
        assertThat(call(other, to("/lists").GET()).body()).doesNotContain(id);
        assertThat(call(token, to("/lists").GET()).body()).contains(id, "sheet.csv");

        ended(id);
        assertThat(call(token, to("/lists/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(call(token, to("/lists/" + id).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void while_it_runs_there_is_no_result_and_it_can_be_given_up() {
        String id = id(give(utf8("name\n" + (name + "\n").repeat(3000)), "customers"));

        assertThat(call(token, to("/lists/" + id + "/result").GET()).statusCode())
                .isEqualTo(409);
        HttpResponse<String> cancelled =
                call(token, to("/lists/" + id + "/cancel").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(cancelled.body()).get("state").asString()).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"phone\\n1|list.noName", "name|list.noRows", "name,b\\n1,2,3|list.form", "name,b\\n1,\"2|list.form"
            })
    void what_is_no_list_is_refused_and_says_why(String text, String code) {
        HttpResponse<String> answer = give(utf8(text.replace("\\n", "\n")), "customers");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/message").asString())
                .isNotEmpty();
    }

    @Test
    void an_unknown_type_is_refused_and_a_file_over_its_limit_too() {
        assertThat(give(utf8("name\na\n"), "suppliers").statusCode()).isEqualTo(422);
        assertThat(give(new byte[11 * 1024 * 1024], "customers").statusCode()).isEqualTo(413);
        assertThat(call(token, to("/lists/" + UUID.randomUUID()).GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_call_twice_gives_one_list() {
        byte[] file = utf8("name\n" + name + "\n");
        String id = id(give(file, "customers", "Idempotency-Key", "one"));

        assertThat(id(give(file, "customers", "Idempotency-Key", "one"))).isEqualTo(id);
        assertThat(give(utf8("name\nother\n"), "customers", "Idempotency-Key", "one")
                        .statusCode())
                .isEqualTo(422);
    }
}
