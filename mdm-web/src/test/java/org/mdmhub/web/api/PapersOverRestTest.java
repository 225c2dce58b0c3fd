package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.PaperMother;

/** Papers, renaming and restoring over REST. */
class PapersOverRestTest extends RestTest {

    private static final String NEW = "/change-requests";

    @Test
    void a_file_is_given_in_named_by_a_request_and_fetched_by_those_who_see_it() {
        byte[] pdf = PaperMother.pdf();
        Rest.Answer given = requester.upload("/documents", "file", "../../执照.html", "text/html", pdf);
        assertThat(given.status()).isEqualTo(201);
        String sha = given.body().get("sha256").asString();
        assertThat(given.body().get("size").asInt()).isEqualTo(pdf.length);
        assertThat(given.body().get("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(given.body().get("name").asString()).isEqualTo("执照.pdf");
        assertThat(steward.get("/documents/" + sha).status()).isEqualTo(404);

        String code = done(body(
                "CREATE",
                Map.of(
                        "name",
                        NameMother.company(),
                        "documents",
                        List.of(Map.of("kind", "LICENCE", "sha256", sha, "validTo", "2031-01-01")))));

        Rest.Bytes file = steward.bytes("/documents/" + sha);
        assertThat(file.body()).isEqualTo(pdf);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(stewardSouth.get("/documents/" + sha).status()).isEqualTo(404);
        assertThat(requester
                        .get("/customers/" + code)
                        .body()
                        .at("/fields/documents/0/sha256")
                        .asString())
                .isEqualTo(sha);
    }

    @Test
    void what_is_no_paper_is_refused_clearly() {
        assertThat(requester
                        .upload("/documents", "file", "a.pdf", "application/pdf", "<html>".getBytes())
                        .pointer())
                .isEqualTo("/file");
        assertThat(requester
                        .upload("/documents", "file", "a.pdf", "application/pdf", new byte[0])
                        .status())
                .isEqualTo(422);
        assertThat(requester
                        .upload("/documents", "file", "a.pdf", "application/pdf", new byte[11 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(requester
                        .upload("/documents", "other", "a.pdf", "application/pdf", PaperMother.pdf())
                        .status())
                .isEqualTo(400);
        assertThat(requester.post("/documents", Map.of("a", 1)).status()).isIn(400, 415);
        assertThat(requester.get("/documents/" + "0".repeat(64)).status()).isEqualTo(404);
        assertThat(requester.get("/documents/x").status()).isEqualTo(404);
    }

    @Test
    void a_fingerprint_that_nobody_knows_is_refused_in_a_request() {
        Rest.Answer answer = requester.post(
                NEW,
                body(
                        "CREATE",
                        Map.of(
                                "name",
                                NameMother.company(),
                                "documents",
                                List.of(Map.of("kind", "LICENCE", "sha256", "a".repeat(64))))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/fields/documents/0/sha256");
    }

    @Test
    void an_earlier_version_is_asked_for_by_its_number() {
        String code = done(body("CREATE", Map.of("name", NameMother.company(), "phone", "13800138000")));
        done(body("UPDATE", code, 1, Map.of("phone", "13900139000")));

        Map<String, Object> restore = new java.util.HashMap<>(body("RESTORE", code, 2, Map.of()));
        restore.remove("fields");
        assertThat(requester.post(NEW, restore).pointer()).isEqualTo("/version");
        restore.put("version", 2);
        assertThat(requester.post(NEW, restore).code()).isEqualTo("noChange");
        restore.put("version", 1);
        done(restore);

        assertThat(requester
                        .get("/customers/" + code)
                        .body()
                        .at("/fields/phone")
                        .asString())
                .isEqualTo("+8613800138000");
        assertThat(requester
                        .get("/customers/" + code + "/history")
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("RESTORE");
        Map<String, Object> update = new java.util.HashMap<>(body("UPDATE", code, 3, Map.of("phone", "1")));
        update.put("version", 1);
        assertThat(requester.post(NEW, update).pointer()).isEqualTo("/version");
    }

    @Test
    void who_does_not_see_a_masked_value_does_not_get_it_back_to_see_it() {
        String code = done(body(
                "CREATE",
                Map.of("name", NameMother.company(), "invoiceBank", "工行", "invoiceAccount", "6222020200001")));
        String update = asked(requester, body("UPDATE", code, 1, Map.of("invoiceAccount", "6222020200002")));
        approve(steward, update);
        assertThat(approve(finance, update).status()).isEqualTo(200);
        Map<String, Object> restore = new java.util.HashMap<>(body("RESTORE", code, 2, Map.of()));
        restore.put("version", 1);

        Rest unseeing = Rest.as(people.masked(org.mdmhub.organisation.Role.REQUESTER, EAST), tokens, port);

        Rest.Answer asked = unseeing.post(NEW, restore);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().toString()).doesNotContain("6222020200001").doesNotContain("6222020200002");
    }

    @Test
    void a_renaming_keeps_the_code_and_wants_its_proof() {
        String code = done(body("CREATE", Map.of("name", NameMother.company())));
        Map<String, Object> rename = body("RENAME", code, 1, Map.of("name", NameMother.company()));
        assertThat(requester.post(NEW, rename).pointer()).isEqualTo("/fields/documents");
        String sha = requester
                .upload("/documents", "file", "a.pdf", "application/pdf", PaperMother.pdf())
                .body()
                .get("sha256")
                .asString();
        String name = NameMother.company();

        done(body(
                "RENAME",
                code,
                1,
                Map.of("name", name, "documents", List.of(Map.of("kind", "RENAMING_PROOF", "sha256", sha)))));

        assertThat(requester.get("/customers/" + code).body().at("/fields/name").asString())
                .isEqualTo(name);
        assertThat(requester.get("/customers/" + code).body().at("/fields/formerNames"))
                .hasSize(1);
    }
}
