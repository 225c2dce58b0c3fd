package org.mdmhub.web.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A salesman has left: a steward hands his customers over with one task, and another one decides. */
@WebTest
class MassJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void customers_of_a_departed_salesman_are_handed_over_from_the_list() {
        String mark = "G" + NameMother.number();
        for (int i = 0; i < 3; i++) {
            office.customer(customerWith(
                    "shortName", mark, "views", List.of(Map.of("orgUnit", Office.EAST, "salesOwner", "zhang.wei"))));
        }
        Actor asker = people.person(Role.STEWARD, Office.EAST);
        Actor other = people.person(Role.STEWARD, Office.EAST);
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(asker.login(), People.PASSWORD);
            browser.go("/records/customers?q=" + mark);
            browser.clickAndWait(By.linkText("Change all of these"));
            browser.accessible("mass-form");
            new Select(browser.driver().findElement(By.id("field0"))).selectByValue("views.salesOwner");
            browser.type("was0", "zhang.wei");
            browser.type("now0", "li.na");
            browser.clickAndWait(By.cssSelector("[data-key='p']"));
            assertThat(browser.text()).contains("3 of 3 records would change");
            browser.snap("mass-preview");
            browser.accessible();
            browser.type("reason", "Mr Zhang has left");
            browser.clickAndWait(By.cssSelector("[data-send]"));
            assertThat(browser.text()).contains("Waits for a decision: 3 records");
            browser.accessible("mass-task");
            String request = String.valueOf(browser.driver()
                    .findElement(By.cssSelector("a[href^='/inbox/']"))
                    .getAttribute("href"));
            String path = request.substring(request.indexOf("/inbox/"));

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go(path);
            browser.photograph("mass-decide");
            browser.click(By.id("approve"));
            browser.told("Approved");
            browser.go("/mass-changes");
            browser.accessible("mass-list");
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                browser.go("/mass-changes");
                browser.clickAndWait(By.cssSelector(".hub-cell-CODE a"));
                assertThat(browser.text()).contains("All 3 records were looked at");
            });
            browser.accessible("mass-done");
        }
    }
}
