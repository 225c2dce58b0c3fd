package org.mdmhub.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.mdmhub.mother.NameMother;
import org.mdmhub.web.Browser;
import org.mdmhub.web.WebTest;
import org.mdmhub.web.security.SetUpLinks;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** From the link of the first start to people at work; on an application of its own, for it begins with nobody. */
@WebTest
@TestPropertySource(properties = "mdm.couriers-per-target=3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleJourneyTest {

    private static final String PASSWORD = "seven green umbrellas";

    @Autowired
    private SetUpLinks links;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;

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

    private void logIn(String login) {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(login, PASSWORD);
    }

    private String once() {
        return String.valueOf(browser().driver().findElement(By.id("once")).getDomProperty("value"));
    }

    @Test
    @Order(1)
    void the_set_up_link_makes_the_first_administrator_who_makes_a_steward() {
        browser().go("/setup?lang=en&token=" + links.make().orElseThrow());
        browser().type("login", "ada");
        browser().type("name", "Ada Lovelace");
        browser().type("password", PASSWORD);
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
        logIn("ada");
        browser().go("/people");
        browser().accessible("people-one");
        browser().go("/people/new");
        browser().accessible("people-new");
        browser().type("login", "Not A Login");
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
        assertThat(browser().text()).contains("Use 2 to 60 lower-case letters", "Enter a name");
        browser().snap("people-new-wrong");
        browser().accessible();
        browser().type("login", "li.wei");
        browser().type("name", "李伟 <script>alert(1)</script>");
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
        assertThat(browser().text()).contains("李伟 <script>alert(1)</script>", "One-time link", "No password yet");
        assertThat(browser().all("main script")).isEmpty();
        browser().snap("people-created");
        browser().accessible();
        String link = once();
        grant("STEWARD");
        grant("MASKED_READER");
        assertThat(browser().text()).contains("Role granted: steward, Group");
        browser().accessible("people-steward");

        browser().driver().manage().deleteAllCookies();
        browser().driver().get(link);
        browser().accessible("welcome");
        choose("password1234", "password1234");
        assertThat(browser().text()).contains("easy to guess");
        browser().snap("welcome-wrong");
        choose(PASSWORD, PASSWORD + "!");
        assertThat(browser().text()).contains("Does not agree");
        choose(PASSWORD, PASSWORD);
        logIn("li.wei");
        browser().go("/inbox");
        assertThat(browser().text()).contains("Nothing waits for you");
        browser().driver().get(link);
        assertThat(browser().text()).contains("This link was used");
        browser().accessible("welcome-void");
    }

    private void grant(String role) {
        new Select(browser().driver().findElement(By.id("role"))).selectByValue(role);
        browser().clickAndWait(By.id("grant"));
    }

    private void choose(String password, String again) {
        browser().type("password", password);
        browser().type("again", again);
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
    }

    @Test
    @Order(2)
    void a_token_is_made_used_over_rest_revoked_and_then_refused() throws Exception {
        logIn("li.wei");
        browser().go("/account");
        browser().accessible("account");
        browser().click(By.cssSelector("#tokens summary"));
        browser().clickAndWait(By.cssSelector("#tokens form button"));
        assertThat(browser().text()).contains("Tick at least one right", "Enter a name");
        browser().snap("account-token-wrong");
        browser().accessible();
        browser().type("tokenName", "Web shop");
        browser().click(By.cssSelector("input[name=rights][value=READ_MASTERS]"));
        browser().clickAndWait(By.cssSelector("#tokens details form button"));
        String token = once();
        browser().snap("account-token");
        browser().accessible();
        assertThat(rest(token)).isEqualTo(200);
        browser().go("/account");
        assertThat(browser().text()).contains("Web shop", "Read master data").doesNotContain(token);
        browser().clickAndWait(By.cssSelector("#tokens table form button"));
        assertThat(browser().text()).contains("Revoked");
        assertThat(rest(token)).isEqualTo(401);
        logIn("ada");
        browser().go("/people/li.wei");
        assertThat(browser().text()).contains("API token made: Web shop", "API token revoked: Web shop");
    }

    private int rest(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/customers"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(3)
    void the_last_administrator_is_told_why_he_stays() {
        logIn("ada");
        browser().go("/people/ada");
        browser().clickAndWait(By.cssSelector(".hub-danger"));
        assertThat(browser().text()).contains("This is the last administrator who can log in");
        browser().snap("people-last");
        browser().accessible();
    }

    @Test
    @Order(4)
    void somebody_is_made_disabled_and_enabled_by_keys_alone() {
        logIn("ada");
        press("gu");
        browser().waitFor(By.cssSelector("a[href='/people/new']"));
        browser().leave(() -> press("n"));
        String login = "keys-" + NameMother.number();
        press(login);
        press(Keys.TAB);
        press("Made by keys");
        browser().leave(() -> press(Keys.chord(Keys.CONTROL, Keys.ENTER)));
        assertThat(browser().path()).isEqualTo("/people/" + login);
        tabTo("Disable");
        browser().leave(() -> press(Keys.ENTER));
        assertThat(browser().text()).contains("Disabled");
        browser().accessible("people-disabled");
        tabTo("Enable");
        browser().leave(() -> press(Keys.ENTER));
        assertThat(browser().text()).contains("Invited");
    }

    private WebElement focused() {
        return browser().driver().switchTo().activeElement();
    }

    private void press(CharSequence keys) {
        focused().sendKeys(keys);
    }

    private void tabTo(String button) {
        for (int i = 0; i < 60 && !focused().getText().equals(button); i++) {
            press(Keys.TAB);
        }
        assertThat(focused().getText()).isEqualTo(button);
    }
}
