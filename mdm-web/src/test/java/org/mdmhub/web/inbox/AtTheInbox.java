package org.mdmhub.web.inbox;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody at the inbox with a browser; each test has people of its own, and the queue of their organisation. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheInbox {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private @Nullable Browser opened;
    Actor requester = new Actor("nobody", java.util.Map.of());
    Actor steward = requester;

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void newcomers() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        steward = people.person(Role.STEWARD, Office.EAST);
        browser().wide();
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(steward.login(), People.PASSWORD);
    }

    Browser browser() {
        return Objects.requireNonNull(opened);
    }

    UUID asked(Object... keysAndValues) {
        return road.ask(AskMother.create(CustomerMother.customerWith(keysAndValues)), requester);
    }

    void press(CharSequence... keys) {
        new Actions(browser().driver()).sendKeys(keys).perform();
    }

    void until(java.util.function.BooleanSupplier holds) {
        new WebDriverWait(browser().driver(), java.time.Duration.ofSeconds(20))
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(there -> holds.getAsBoolean());
    }

    void told(String words) {
        browser().told(words);
    }

    String focused() {
        return String.valueOf(browser().driver().switchTo().activeElement().getDomAttribute("id"));
    }

    String said() {
        return String.valueOf(browser().all("#inbox-said").get(0).getDomProperty("textContent"));
    }
}
