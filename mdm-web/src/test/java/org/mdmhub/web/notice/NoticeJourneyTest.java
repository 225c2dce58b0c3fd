package org.mdmhub.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.mdmhub.web.WebTest;
import org.mdmhub.web.security.Sessions;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bell hears of notices while its page is open, and stops where the login ends. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeJourneyTest {

    @Autowired
    Notices notices;

    @Autowired
    Office office;

    @Autowired
    People people;

    @Autowired
    Sessions sessions;

    @Autowired
    OpenPages pages;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private @Nullable Browser opened;
    private Actor steward = new Actor("nobody", java.util.Map.of());

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @BeforeEach
    void somebody() {
        steward = people.person(Role.STEWARD, Office.EAST);
        logIn(steward);
    }

    private void logIn(Actor who) {
        browser().driver().manage().deleteAllCookies();
        browser().wide();
        browser().go("/login?lang=en");
        browser().logIn(who.login(), People.PASSWORD);
    }

    private UUID tell(String kind) {
        UUID request = office.asked(CustomerMother.customer());
        office.inTransaction(() -> {
            notices.tell(new Notice(kind, Set.of(steward.login()), request, List.of("R1", "Somebody"), ""));
            return true;
        });
        return request;
    }

    private String bell() {
        return browser().driver().findElement(By.cssSelector(".notice-count")).getText();
    }

    private int shown() {
        String bell = bell();
        return bell.isEmpty() ? 0 : Integer.parseInt(bell);
    }

    private String live() {
        return String.valueOf(browser().driver().findElement(By.id("bell")).getDomAttribute("data-live"));
    }

    @Test
    void a_notice_rings_on_the_open_page_and_leads_to_its_request_without_deciding() {
        browser().waitUntil(() -> live().equals("yes"));
        int before = shown();
        UUID request = tell("mentioned");
        browser().waitUntil(() -> shown() > before);
        browser().go("/notices");
        assertThat(browser().text()).contains("Somebody mentioned you on request R1", "New");
        browser().accessible("notices");
        browser().go("/notices");
        browser().clickAndWait(By.cssSelector(".notice-fresh .notice-open"));
        assertThat(browser().path()).startsWith("/inbox/");
        assertThat(office.status(request)).as("a link decides nothing").isEqualTo(ChangeStatus.IN_REVIEW);
        tell("urged");
        browser().go("/notices");
        browser().clickAndWait(By.id("read-all"));
        assertThat(shown()).isZero();
    }

    @Test
    void an_open_page_holds_no_connection_and_a_broken_one_comes_back() {
        browser().waitUntil(() -> live().equals("yes") && pages.count() > 0);
        browser().waitUntil(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        browser().driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        browser().waitUntil(() -> live().equals("yes"));
        int before = shown();
        tell("urged");
        browser().waitUntil(() -> shown() > before);
    }

    @Test
    void the_stream_ends_with_the_login() {
        browser().waitUntil(() -> live().equals("yes"));
        sessions.endAll(steward.login());
        browser().waitUntil(() -> live().equals("out"));
        Visitor nobody = new Visitor(port);
        assertThat(nobody.get("/notices/stream").statusCode()).isEqualTo(302);
    }

    @Test
    void the_stream_ends_with_a_session_that_expires() {
        browser().waitUntil(() -> live().equals("yes"));
        jdbc.sql("update spring_session set expiry_time = 1 where principal_name = ?")
                .param(steward.login())
                .update();
        browser().waitUntil(() -> live().equals("out"));
    }

    @Test
    void each_chooses_how_he_is_told() {
        browser().go("/notices/settings");
        assertThat(browser().text()).contains("sends no mail");
        browser().accessible("notice-settings");
        browser().go("/notices/settings");
        browser().type("mail", "not an address");
        browser().clickAndWait(By.id("keep"));
        assertThat(browser().text()).contains("This is no address");
        browser().type("mail", "steward@company.test");
        new org.openqa.selenium.support.ui.Select(browser().driver().findElement(By.name("PROGRAM.urged")))
                .selectByValue("OFF");
        browser().clickAndWait(By.id("keep"));
        assertThat(browser().driver().getPageSource()).contains("Saved.", "steward@company.test");
        int before = notices.of(steward.login(), new UUID(-1, -1), 50).size();
        tell("urged");
        assertThat(notices.of(steward.login(), new UUID(-1, -1), 50).stream()
                        .filter(told -> told.kind().equals("urged")))
                .isEmpty();
        assertThat(before).isNotNegative();
    }

    @Test
    void an_administrator_lays_down_channels_and_never_sees_their_secrets() {
        logIn(people.person(Role.ADMIN, "GROUP"));
        browser().go("/notices/channels/new");
        browser().accessible("notice-channel-new");
        browser().go("/notices/channels/new");
        String name = "Team East " + NameMother.number();
        browser().type("name", name);
        browser().type("address", "ftp://example.test/x");
        browser().clickAndWait(By.id("keep"));
        assertThat(browser().text()).contains("This is no https address");
        browser().type("address", "https://qyapi.example.test/cgi-bin/webhook/send?key=very-secret-key");
        browser().click(By.id("active"));
        browser().clickAndWait(By.id("keep"));
        assertThat(browser().text()).contains(name, "qyapi.example.test");
        browser().accessible("notice-channels");
        browser().go("/notices/channels");
        browser().driver().findElement(By.partialLinkText(name)).click();
        browser().waitFor(By.id("address"));
        assertThat(browser().driver().getPageSource()).doesNotContain("very-secret-key");
    }
}
