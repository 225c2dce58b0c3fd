package org.mdmhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the frame around every page gives: search, switches, shortcuts. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

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

    @BeforeEach
    void somebodyIsLoggedIn() {
        browser().driver().manage().deleteAllCookies();
        browser().wide();
        browser().go("/login?lang=en");
        browser().logIn(people.person(Role.STEWARD, Office.EAST).login(), People.PASSWORD);
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private WebElement focused() {
        return browser().driver().switchTo().activeElement();
    }

    private void press(CharSequence keys) {
        focused().sendKeys(keys);
    }

    @Test
    void a_slash_leads_to_the_search_box_and_hits_appear_while_one_types() {
        String name = NameMother.trade();
        String code = office.customer(CustomerMother.customerWith("name", name));
        press("/");
        assertThat(focused().getDomAttribute("id")).isEqualTo("find");
        press(name.substring(1));
        browser().waitFor(By.cssSelector("#found a"));
        assertThat(browser().driver().findElement(By.id("found")).getText()).contains(name, code);
        browser().accessible();
        browser().snap("search-box");
        press(Keys.ARROW_DOWN);
        browser().leave(() -> press(Keys.ENTER));
        assertThat(browser().path()).isEqualTo("/records/customers/" + code);
    }

    @Test
    void what_is_hidden_from_somebody_is_not_found() {
        String code = office.customer();
        browser().driver().manage().deleteAllCookies();
        browser().logIn(people.person(Role.STEWARD, Office.SOUTH).login(), People.PASSWORD);
        browser().go("/search?q=" + code);
        assertThat(browser().text()).contains("Nothing found for").doesNotContain("Customers");
        browser().accessible("search-nothing");
    }

    @Test
    void a_search_works_as_a_page_too() {
        String part = NameMother.trade();
        office.customer(CustomerMother.customerWith("name", part + "一部"));
        office.customer(CustomerMother.customerWith("name", part + "二部"));
        browser().go("/search?q=" + part);
        assertThat(browser().text()).contains(part + "一部", part + "二部");
        browser().accessible("search");
    }

    @Test
    void a_sequence_of_keys_leads_elsewhere_and_a_question_mark_lists_them() {
        browser().leave(() -> {
            press("g");
            press("c");
        });
        assertThat(browser().path()).isEqualTo("/records/customers");
        press("?");
        assertThat(browser().driver().findElement(By.id("keys")).getText()).contains("Keyboard shortcuts", "Customers");
        browser().accessible();
        browser().snap("keys");
        press(Keys.ESCAPE);
    }

    @Test
    void keys_are_silent_while_an_input_method_composes() {
        browser().go("/records/customers");
        browser()
                .driver()
                .executeScript("for (const more of [{isComposing: true}, {keyCode: 229}]) document.body.dispatchEvent("
                        + "new KeyboardEvent('keydown', {key: '?', bubbles: true, ...more}))");
        assertThat(browser().all("dialog[open]")).isEmpty();
        browser()
                .driver()
                .executeScript("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true}))");
        assertThat(browser().all("dialog[open]")).hasSize(1);
    }

    @Test
    void keys_can_be_switched_off_and_fields_swallow_them() {
        browser().go("/records/customers");
        browser().driver().findElement(By.id("q")).sendKeys("?");
        assertThat(browser().all("dialog[open]")).isEmpty();
        choose("off");
        browser().go("/records/customers");
        browser().driver().findElement(By.tagName("body")).sendKeys("?");
        assertThat(browser().all("dialog[open]")).isEmpty();
        choose("on");
        browser().driver().findElement(By.tagName("body")).sendKeys("?");
        assertThat(browser().all("dialog[open]")).hasSize(1);
    }

    @Test
    void colours_and_rows_are_kept_and_the_page_too() {
        browser().go("/records/customers?status=ACTIVE");
        browser().click(By.cssSelector("details.hub-menu > summary"));
        browser().accessible();
        browser().snap("menu");
        for (String value : List.of("dark", "compact")) {
            choose(value);
            assertThat(browser().driver().getCurrentUrl()).endsWith("/records/customers?status=ACTIVE");
        }
        assertThat(browser().driver().findElement(By.tagName("html")).getDomAttribute("data-bs-theme"))
                .isEqualTo("dark");
        browser().accessible("customers-dark");
        browser().go("/inbox");
        browser().accessible("inbox-dark");
    }

    private void choose(String value) {
        if (browser().all("details.hub-menu[open]").isEmpty()) {
            browser().click(By.cssSelector("details.hub-menu > summary"));
        }
        browser().clickAndWait(By.cssSelector(".hub-switch button[value=" + value + "]"));
    }
}
