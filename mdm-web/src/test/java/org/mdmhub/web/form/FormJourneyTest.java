package org.mdmhub.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead changes a form without code, another approves, and everybody meets it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormJourneyTest {

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private final String category = "T" + UUID.randomUUID().toString().substring(0, 8);
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

    private void logIn(Actor person, String language) {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=" + language);
        browser().logIn(person.login(), People.PASSWORD);
    }

    /** The last of the cards for a condition. */
    private WebElement card(String part) {
        List<WebElement> inputs = browser().all("[name^='conditions['][name$='." + part + "']");
        return inputs.get(inputs.size() - 1);
    }

    private void condition(String is, String fields, String role) {
        browser().clickAndWait(By.cssSelector("button[formaction$='/add']"));
        new Select(card("is")).selectByValue(is);
        card("fields").sendKeys(fields);
        card("categories").sendKeys(category);
        if (!role.isEmpty()) {
            WebElement box = browser().all("[name^='conditions['][name$='.roles'][value='" + role + "']").stream()
                    .reduce((first, last) -> last)
                    .orElseThrow();
            box.findElement(By.xpath("ancestor::details/summary")).click();
            box.click();
        }
    }

    @Test
    void a_form_is_changed_tried_approved_and_then_holds_for_everybody() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        logIn(lead, "en");
        browser().go("/standard");
        browser().accessible("standard");
        browser().go("/standard/forms");
        browser().accessible("forms");
        browser().clickAndWait(By.cssSelector("main a[href$='key=products']"));
        browser().accessible("form-plan");
        condition("REQUIRED", "Model", "");
        condition("READ_ONLY", "Brand", "REQUESTER");
        browser().clickAndWait(By.cssSelector("button[data-key='p']"));
        assertThat(browser().driver().findElement(By.className("form-preview")).getText())
                .contains("Specification");
        browser().accessible();
        browser().snap("form-preview");
        browser().type("plan-reason", "models are needed for " + category);
        browser().clickAndWait(By.cssSelector("[data-send]"));
        String request = browser().path();
        assertThat(request).startsWith("/inbox/");
        browser().accessible("form-asked");

        logIn(people.person(Role.LEAD, "GROUP"), "zh-CN");
        browser().go(request);
        assertThat(browser().text()).contains("表单修改", "必填");
        browser().accessible("form-decide");
        browser().click(By.id("approve"));
        browser().waitFor(By.className("inbox-told"));

        Actor requester = people.person(Role.REQUESTER, Office.EAST);
        assertThat(refused(requester)).contains("/fields/model");
        logIn(requester, "en");
        browser().go("/records/products/new");
        browser().type("name", NameMother.company());
        browser().type("category", category);
        browser().clickAndWait(By.id("send"));
        assertThat(browser().driver().findElement(By.id("brand")).isEnabled()).isFalse();
        assertThat(browser().text()).contains("Model");
        browser().type("model", "M-1");
        browser().clickAndWait(By.id("send"));
        assertThat(browser().path()).startsWith("/inbox/");
    }

    private List<String> refused(Actor requester) {
        try {
            road.ask(
                    Ask.create(
                            "products",
                            Office.EAST,
                            Map.of("name", NameMother.company(), "baseUnit", "PCS", "category", category),
                            "new"),
                    requester);
            return List.of();
        } catch (Refused e) {
            return e.findings().stream().map(finding -> finding.pointer()).toList();
        }
    }
}
