package org.mdmhub.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.PaperMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers: what is taken, who sees it, and that it stays. */
@HubTest
class DocumentsTest {

    @Autowired
    Documents documents;

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_file_is_what_its_content_is_and_is_stored_once() {
        Actor one = office.requester();
        Actor two = office.requesterSouth();
        byte[] png = PaperMother.png();

        Document kept = documents.keep(png, "../../etc/passwd.exe", one.login());
        Document again = documents.keep(png, "营业执照.pdf", two.login());

        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(kept.name()).isEqualTo("passwd.png");
        assertThat(again.sha256()).isEqualTo(kept.sha256());
        assertThat(again.name()).isEqualTo("营业执照.png");
        assertThat(documents.find(kept.sha256(), two).orElseThrow().name()).isEqualTo("营业执照.png");
        assertThat(documents.content(kept)).isEqualTo(png);
        assertThat(documents.keep(PaperMother.pdf(), "a", one.login()).name()).isEqualTo("a.pdf");
        assertThat(documents.keep(PaperMother.jpeg(), "a.png", one.login()).name())
                .isEqualTo("a.jpg");
        assertThat(documents.keep(PaperMother.webp(), "", one.login()).name()).isEqualTo("document.webp");
    }

    @Test
    void names_that_mislead_lose_what_misleads() {
        String login = office.requester().login();
        for (String odd : List.of("C:\\a\\b\\x.pdf", "x\u202Egpj.pdf", "x\0\r\n\".pdf", "...x.pdf", "a/b/../x.pdf")) {
            assertThat(documents.keep(PaperMother.pdf(), odd, login).name()).matches("x(gpj)?\\.pdf");
        }
        assertThat(documents
                        .keep(PaperMother.pdf(), "长".repeat(400), login)
                        .name()
                        .length())
                .isLessThan(130);
    }

    @Test
    void what_is_empty_too_large_broken_or_something_else_is_not_taken() {
        byte[] png = PaperMother.png();
        refused(new byte[0], NotTaken.Why.EMPTY);
        refused(new byte[documents.mostBytes() + 1], NotTaken.Why.TOO_LARGE);
        refused("<html><script>alert(1)</script>".getBytes(ISO_8859_1), NotTaken.Why.KIND);
        refused("PK\u0003\u0004 a zip".getBytes(ISO_8859_1), NotTaken.Why.KIND);
        refused("MZ a program".getBytes(ISO_8859_1), NotTaken.Why.KIND);
        refused("%PDF-1.4 cut in the mid".getBytes(ISO_8859_1), NotTaken.Why.BROKEN);
        refused(Arrays.copyOf(png, png.length - 20), NotTaken.Why.BROKEN);
        refused(Arrays.copyOf(png, 8), NotTaken.Why.BROKEN);
        refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, NotTaken.Why.BROKEN);
        refused("RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1), NotTaken.Why.BROKEN);
    }

    @Test
    void a_file_that_is_two_things_at_once_is_not_taken() {
        String pdf = new String(PaperMother.pdf(), ISO_8859_1);
        refused((pdf + "PK\u0005\u0006" + "\0".repeat(18)).getBytes(ISO_8859_1), NotTaken.Why.BROKEN);
        refused(pdf.replace("\n1 0", "<script>alert(1)</script>\n1 0").getBytes(ISO_8859_1), NotTaken.Why.BROKEN);
        String jpeg = new String(PaperMother.jpeg(), ISO_8859_1);
        refused((jpeg.substring(0, 20) + "%PDF-1.4" + jpeg.substring(20)).getBytes(ISO_8859_1), NotTaken.Why.BROKEN);
    }

    @Test
    void a_small_file_that_unfolds_to_a_huge_picture_is_not_taken() {
        byte[] png = PaperMother.png();
        for (int i = 16; i < 24; i++) {
            png[i] = 0x7f;
        }
        refused(png, NotTaken.Why.TOO_MANY_POINTS);
    }

    private void refused(byte[] content, NotTaken.Why why) {
        String login = office.requester().login();
        assertThatThrownBy(() -> documents.keep(content, "x.pdf", login))
                .isInstanceOfSatisfying(NotTaken.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void who_gave_it_in_or_sees_a_request_or_a_record_that_names_it_sees_it_and_nobody_else() {
        Actor asker = office.requester();
        Actor steward = office.steward();
        Actor south = office.stewardSouth();
        String sha = documents.keep(PaperMother.pdf(), "a.pdf", asker.login()).sha256();
        assertThat(documents.find(sha, asker)).isPresent();
        assertThat(documents.find(sha, steward)).isEmpty();

        UUID id = road.ask(
                AskMother.create(fields("name", NameMother.company(), "documents", List.of(paper(sha)))), asker);
        assertThat(documents.find(sha, steward)).isPresent();
        assertThat(documents.find(sha, south)).isEmpty();

        office.approved(id);
        String code = office.codeOf(id);
        office.done(AskMother.extend(code, Office.SOUTH, Map.of()));
        assertThat(office.seeingAs(south, () -> documents.find(sha, south))).isPresent();

        office.updated(code, fields("documents", null));
        assertThat(documents.find(sha, steward))
                .as("the history still tells of it")
                .isPresent();
    }

    @Test
    void nobody_names_a_paper_that_is_not_there_or_that_he_does_not_see() {
        Actor asker = office.requester();
        Actor other = office.requesterSouth();
        String sha = documents.keep(PaperMother.pdf(), "a.pdf", asker.login()).sha256();

        unknown(AskMother.create(fields("name", "x", "documents", List.of(paper("0".repeat(64))))), asker);
        unknown(AskMother.draft(AskMother.create(fields("name", "x", "documents", List.of(paper("zz"))))), asker);
        Ask south = Ask.create(
                "customers", Office.SOUTH, fields("name", NameMother.company(), "documents", List.of(paper(sha))), "x");
        unknown(south, other);
    }

    private void unknown(Ask ask, Actor actor) {
        assertThatThrownBy(() -> road.ask(ask, actor)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.findings()).extracting("pointer").containsExactly("/fields/documents/0/sha256");
            assertThat(e.findings()).extracting("code").containsExactly("unknownDocument");
        });
    }

    @Test
    void an_earlier_version_brings_its_papers_back() {
        Actor asker = office.requester();
        String sha = documents.keep(PaperMother.pdf(), "a.pdf", asker.login()).sha256();
        UUID id = road.ask(
                AskMother.create(fields("name", NameMother.company(), "documents", List.of(paper(sha)))), asker);
        office.approved(id);
        String code = office.codeOf(id);
        office.updated(code, fields("documents", null));

        office.done(
                new Ask("customers", ChangeKind.RESTORE, code, 2, null, Map.of(), null, null, "back", null, null, true)
                        .restoring(new Ask.Earlier(1, null)));

        assertThat(office.values(code).list("documents")).extracting("sha256").containsExactly(sha);
    }

    @Test
    void the_program_can_neither_change_nor_delete_a_paper() {
        String sha = documents
                .keep(PaperMother.pdf(), "a.pdf", office.requester().login())
                .sha256();

        for (String deed : List.of(
                "update document set size = size where sha256 = ?",
                "delete from document where sha256 = ?",
                "delete from document_upload where sha256 = ?",
                "delete from document_use where sha256 = ?")) {
            assertThatThrownBy(() -> jdbc.sql(deed).param(sha).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static Map<String, Object> paper(String sha) {
        return Map.of("kind", "LICENCE", "number", "1", "sha256", sha);
    }
}
