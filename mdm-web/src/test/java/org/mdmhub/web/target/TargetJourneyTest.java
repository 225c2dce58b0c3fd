package org.mdmhub.web.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.sandbox.Sandbox;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.TestTargets;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the approval into both targets, and what one does where it does not arrive. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetJourneyTest {

    private static final String CLIENT = "client_part-of-it";
    private static final String SECRET = "only-the-two-know";

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private TestTargets targets;

    @LocalServerPort
    private int port;

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Browser opened;
    private @Nullable Sandbox crmBox;
    private @Nullable Sandbox erpBox;
    private String crm = "";
    private String erp = "";
    private Actor integrator = new Actor("nobody", Map.of());
    private Actor steward = integrator;

    @BeforeAll
    void open() throws Exception {
        opened = Browser.at(port);
        crmBox = Sandbox.start("salesforce", 0, folder.resolve("crm"), CLIENT, SECRET);
        erpBox = Sandbox.start("kingdee", 0, folder.resolve("erp"), CLIENT, SECRET);
        crm = targets.crm(crmBox.port(), CLIENT, SECRET);
        erp = targets.erp(erpBox.port(), CLIENT, SECRET);
        // the first one logs the hub in, so that a fault hits what comes after
        delivered(office.customer());
    }

    @AfterAll
    void close() {
        browser().close();
        targets.off(crm);
        targets.off(erp);
        Objects.requireNonNull(crmBox).close();
        Objects.requireNonNull(erpBox).close();
    }

    @BeforeEach
    void newcomers() throws Exception {
        integrator = people.person(Role.INTEGRATOR, "GROUP");
        steward = people.person(Role.STEWARD, Office.EAST);
        works();
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private void logIn(Actor who) {
        browser().logIn(who.login(), People.PASSWORD);
    }

    private String delivered(String code) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> targets.lane(crm, code).state() == Lane.State.DELIVERED
                        && targets.lane(erp, code).state() == Lane.State.DELIVERED);
        return code;
    }

    private String refused() throws Exception {
        faults("POST", "{\"status\":400}");
        String code = office.customer();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> targets.lane(crm, code).state() == Lane.State.NEEDS_STEWARD);
        return code;
    }

    private void works() throws Exception {
        faults("DELETE", "");
    }

    private void faults(String method, String fault) throws Exception {
        URI address =
                URI.create("http://127.0.0.1:" + Objects.requireNonNull(crmBox).port() + "/sandbox/faults");
        http.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.ofString(fault))
                        .build(),
                BodyHandlers.discarding());
    }

    private String deliveryIn(String target, String code) {
        return "/deliveries/" + targets.lane(target, code).id();
    }

    @Test
    void one_sees_the_approved_record_arrive_and_what_was_sent_without_a_secret() {
        String account = "6222" + NameMother.number() + "1234";
        UUID request = road.ask(
                AskMother.create(CustomerMother.customerWith("invoiceBank", "工商银行", "invoiceAccount", account)),
                office.requester());
        road.approve(request, null, java.util.List.of(), office.steward());
        String code = office.codeOf(request);
        logIn(steward);
        browser().go("/records/customers/" + code);
        browser().waitFor(By.xpath("//section[@id='targets'][count(.//*[contains(@class,'hub-DELIVERED')])=2]"));
        assertThat(browser().all("#targets[data-hx-trigger]")).isEmpty();
        browser().accessible("record-delivered");

        browser().clickAndWait(By.cssSelector("a[href='" + deliveryIn(erp, code) + "']"));
        browser().all("details.target-call > summary").forEach(summary -> summary.click());
        browser().accessible();
        browser().snap("delivery-opened");
        assertThat(browser().text()).contains("ExecuteBillQuery", "Save.common.kdsvc", "FINVOICEBANKACCOUNT", "•••");
        assertThat(browser().driver().getPageSource()).doesNotContain(account, SECRET, CLIENT);
        browser().accessible("delivery");
        browser().go(deliveryIn(crm, code));
        assertThat(browser().driver().getPageSource())
                .contains("MDM_Id__c/" + code)
                .doesNotContain(SECRET, CLIENT);
    }

    @Test
    void a_refusal_is_said_in_plain_words_and_mended_by_a_retry() throws Exception {
        String code = refused();
        logIn(steward);
        browser().go("/records/customers/" + code);
        assertThat(browser().text()).contains("Name: a rule there refuses it");
        browser().go(deliveryIn(crm, code));
        assertThat(browser().text()).contains("Refused by a rule", "Mend: Name", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(browser().all("a[href='/records/customers/" + code + "/edit?field=name']"))
                .hasSize(1);
        assertThat(browser().all("#retry, #skip")).isEmpty();
        browser().logOut();

        logIn(integrator);
        browser().go("/targets/" + crm);
        assertThat(browser().text()).contains("Why records fail", "Name: a rule there refuses it");
        browser().accessible("target-failing");
        browser().clickAndWait(By.linkText(code));
        browser().accessible("delivery-refused");
        browser().clickAndWait(By.id("retry"));
        assertThat(browser().text()).contains("It has not arrived");
        works();
        browser().clickAndWait(By.id("retry"));
        assertThat(browser().driver().getPageSource()).contains("It has arrived.");
        assertThat(browser().all("#state.hub-DELIVERED")).hasSize(1);
    }

    @Test
    void what_the_erp_would_refuse_is_stopped_mended_approved_and_delivered() throws Exception {
        targets.limit(erp, "FINVOICEBANKACCOUNT", 30);
        logIn(integrator);
        browser().go("/targets/" + erp);
        browser().accessible("target-readiness");
        new Select(browser().driver().findElement(By.id("readiness-choice"))).selectByValue("STOP");
        browser().clickAndWait(By.id("choose-readiness"));
        assertThat(browser().text()).contains("are stopped, at submission and at approval");
        browser().click(By.cssSelector("#readiness summary"));
        assertThat(browser().driver().findElement(By.id("readiness")).getText())
                .contains("at most 30 characters", "FINVOICEBANKACCOUNT", "needed");
        browser().snap("target-readiness-opened");
        browser().logOut();

        logIn(people.person(Role.REQUESTER, Office.EAST));
        browser().go("/records/customers/new");
        browser().type("name", NameMother.company());
        browser().type("invoiceBank", "工商银行");
        browser().type("invoiceAccount", "1".repeat(31));
        browser().clickAndWait(By.id("send"));
        assertThat(browser().driver().findElement(By.id("said-invoiceAccount")).getText())
                .contains(erp.toUpperCase(java.util.Locale.ROOT) + ": Bank account has at most 30 characters there");
        browser().accessible();
        browser().snap("ask-refused-by-target");
        browser().type("invoiceAccount", "1".repeat(30));
        browser().clickAndWait(By.id("send"));
        UUID request = UUID.fromString(browser().path().replace("/inbox/", ""));
        office.approved(request);
        delivered(office.codeOf(request));
    }

    @Test
    void all_that_failed_is_sent_again_by_one_button() throws Exception {
        String code = refused();
        works();
        logIn(integrator);
        browser().go("/targets/" + crm);
        browser().clickAndWait(By.id("resend"));
        assertThat(browser().driver().getPageSource()).contains("1 failed record is tried again now.");
        delivered(code);
    }

    @Test
    void a_version_is_let_be_only_with_a_reason() throws Exception {
        String code = refused();
        logIn(integrator);
        browser().go(deliveryIn(crm, code));
        browser().click(By.cssSelector("details.hub-card > summary"));
        browser().clickAndWait(By.id("skip"));
        assertThat(browser().text()).contains("A value is needed here.");
        browser().snap("delivery-no-reason");
        browser().accessible();
        browser().type("reason", "They closed the account there");
        browser().clickAndWait(By.id("skip"));
        assertThat(browser().text()).contains("Skipped by " + integrator.login() + ": They closed the account there");
    }

    @Test
    void a_target_is_checked_paused_and_resumed() {
        logIn(integrator);
        browser().go("/targets");
        browser().accessible("targets");
        browser().clickAndWait(By.id("open-" + crm));
        browser().accessible("target");
        browser().clickAndWait(By.id("check"));
        assertThat(browser().driver().getPageSource()).contains("It serves and lets us in.");
        browser().clickAndWait(By.id("pause"));
        assertThat(browser().text()).contains("Paused: by " + integrator.login());
        browser().accessible("target-paused");
        String code = office.customer();
        browser().go("/targets/" + crm);
        assertThat(browser().text()).contains(code);
        browser().clickAndWait(By.id("resume"));
        delivered(code);
    }

    @Test
    void without_the_right_to_operate_there_is_nothing_to_press() {
        String code = delivered(office.customer());
        logIn(steward);
        browser().go("/targets/" + crm + "?code=" + code);
        assertThat(browser().all("main form[method=post]")).isEmpty();
        assertThat(browser().text()).contains(code);
        browser().go("/targets/" + crm + "?state=DELIVERED");
        browser().accessible("target-delivered");
        browser().logOut();

        logIn(people.person(Role.STEWARD, Office.SOUTH));
        browser().go("/targets/" + crm + "?code=" + code);
        assertThat(browser().text()).doesNotContain(code + "\n").contains("No record is in this state.");
        browser().go(deliveryIn(crm, code));
        assertThat(browser().text()).contains("Not found").doesNotContain(code);
    }

    @Test
    void the_ways_to_see_and_mend_work_without_script() throws Exception {
        String code = refused();
        works();
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(integrator.login(), People.PASSWORD);
            plain.go("/targets/" + crm + "?code=" + code);
            plain.clickAndWait(By.linkText(code));
            plain.clickAndWait(By.id("retry"));
            assertThat(plain.all("#state.hub-DELIVERED")).hasSize(1);
        }
    }

    @Test
    void the_sandbox_shows_what_has_arrived() {
        String code = delivered(office.customer());
        for (String language : java.util.List.of("zh", "en")) {
            browser()
                    .driver()
                    .get("http://127.0.0.1:" + Objects.requireNonNull(erpBox).port() + "/?still&lang=" + language);
            assertThat(browser().driver().getPageSource()).contains(code, "FNumber");
            browser().snap("sandbox-" + language);
        }
    }
}
