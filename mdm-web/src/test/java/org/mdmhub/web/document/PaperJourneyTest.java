package org.mdmhub.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.document.Documents;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.PaperMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Papers, renaming, restoring and the three sides of a conflict, as people meet them in a browser. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @Autowired
    private Documents documents;

    @LocalServerPort
    private int port;

    @TempDir
    private @Nullable Path folder;

    private @Nullable Browser opened;
    private Actor requester = new Actor("nobody", Map.of());

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void newcomer() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        as(requester);
    }

    private void as(Actor who) {
        browser().driver().manage().deleteAllCookies();
        browser().wide();
        browser().go("/login?lang=zh-CN");
        browser().logIn(who.login(), People.PASSWORD);
    }

    private Browser browser() {
        return java.util.Objects.requireNonNull(opened);
    }

    private String file(String name, byte[] content) {
        try {
            return Files.write(java.util.Objects.requireNonNull(folder).resolve(name), content)
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_customer_is_renamed_with_its_proof_and_the_decider_sees_it() {
        String code = office.customer(CustomerMother.named(NameMother.company()));
        browser().go("/records/customers/" + code + "/rename");
        browser().accessible("rename");
        browser().go("/records/customers/" + code + "/rename?lang=zh-CN");
        browser().type("name", NameMother.company());
        browser().clickAndWait(By.id("send"));
        assertThat(browser().text()).contains("更名证明");
        browser().snap("rename-refused");
        browser().wide();
        browser().driver().findElement(By.id("doc-file")).sendKeys(file("更名通知书.png", PaperMother.png()));
        browser().clickAndWait(By.id("send"));
        assertThat(browser().driver().getCurrentUrl()).contains("/inbox/");
        assertThat(browser().text()).contains("更名通知书.png", "曾用名");
        browser().accessible("rename-asked");
    }

    @Test
    void a_file_is_added_to_a_form_and_a_wrong_one_is_refused_with_everything_kept() {
        String name = NameMother.company();
        browser().go("/records/customers/new");
        browser().type("name", name);
        browser().driver().executeScript("document.getElementById('list-documents').open = true");
        browser().driver().findElement(By.id("doc-file")).sendKeys(file("x.pdf", "no pdf".getBytes()));
        browser().waitFor(By.cssSelector(".hub-findings .hub-error, .ask-error"));
        assertThat(browser().text()).contains("不是 PDF");
        assertThat(browser().driver().findElement(By.id("name")).getDomProperty("value"))
                .isEqualTo(name);
        browser().driver().executeScript("document.getElementById('list-documents').open = true");
        browser().driver().findElement(By.id("doc-file")).sendKeys(file("营业执照.png", PaperMother.png()));
        browser().waitFor(By.className("doc-picture"));
        assertThat(browser().text()).contains("营业执照.png");
        browser().snap("paper-form");
        browser().wide();
    }

    @Test
    void an_earlier_version_is_looked_at_before_it_is_asked_for() {
        String code =
                office.customer(CustomerMother.customerWith("phone", "021-55550701", "website", "https://a.example"));
        office.updated(code, CustomerMother.fields("phone", "021-55550702", "website", null));
        browser().go("/records/customers/" + code);
        browser().clickAndWait(By.cssSelector(".rec-restore"));
        assertThat(browser().text()).contains("恢复后的变化", "https://a.example");
        browser().accessible("restore");
        browser().wide();
        browser().clickAndWait(By.id("send"));
        assertThat(browser().driver().getCurrentUrl()).contains("/inbox/");
    }

    @Test
    void a_conflict_shows_three_sides_and_one_form_settles_it() {
        String code =
                office.customer(CustomerMother.customerWith("phone", "021-55550701", "website", "https://a.example"));
        UUID mine = road.ask(
                AskMother.update(
                        code, 1, CustomerMother.fields("phone", "021-55550703", "website", "https://mine.example")),
                requester);
        office.updated(code, CustomerMother.fields("phone", "021-55550702", "website", "https://theirs.example"));
        office.approved(mine);

        browser().go("/inbox/" + mine + "?tab=mine");
        assertThat(browser().text()).contains("https://a.example", "https://theirs.example", "https://mine.example");
        browser().accessible("conflict-inbox");
        browser().go("/requests/" + mine + "/edit");
        browser().accessible("conflict-edit");
        browser().click(By.cssSelector("input[name='ask.side.phone'][value='theirs']"));
        browser().clickAndWait(By.id("send"));

        assertThat(office.request(mine).wish().fields()).containsOnlyKeys("website");
        assertThat(office.request(mine).status().name()).isEqualTo("IN_REVIEW");
    }

    @Test
    void papers_stand_on_the_record_with_their_last_day() {
        String sha =
                documents.keep(PaperMother.png(), "执照.png", requester.login()).sha256();
        String pdf =
                documents.keep(PaperMother.pdf(), "授权书.pdf", requester.login()).sha256();
        String soon = java.time.LocalDate.now().plusDays(20).toString();
        UUID id = road.ask(
                AskMother.create(CustomerMother.fields(
                        "name",
                        NameMother.company(),
                        "documents",
                        List.of(
                                Map.of("kind", "LICENCE", "number", "310000400", "sha256", sha, "validTo", soon),
                                Map.of("kind", "AUTHORISATION", "sha256", pdf)))),
                requester);
        office.approved(id);
        browser().go("/records/customers/" + office.codeOf(id) + "#field-documents");
        assertThat(browser().text()).contains("执照.png", "授权书.pdf", "即将到期");
        browser().accessible("paper-record");
    }

    @Test
    void what_follows_from_a_last_day_is_laid_down_by_a_lead() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        as(lead);
        browser().go("/standard/expiry");
        browser().accessible("expiry");
        browser().go("/standard/expiry?lang=zh-CN");
        browser().click(By.cssSelector("#expiry-OTHER summary"));
        browser().clickAndWait(By.cssSelector("#expiry-OTHER button"));
        assertThat(browser().driver().getPageSource()).contains("已提交");
        browser().go("/standard/expiry");
        browser().click(By.cssSelector("#expiry-TEMPORARY summary"));
        browser().type("days-TEMPORARY", "99999");
        browser().clickAndWait(By.cssSelector("#expiry-TEMPORARY button"));
        assertThat(browser().text()).contains("3660");
    }
}
