package org.mdmhub.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first page as people of each role see it. */
@WebTest
class HomeJourneyTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void everybody_arrives_at_what_is_his() {
        Actor requester = people.person(Role.REQUESTER, Office.EAST);
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        road.ask(AskMother.create(CustomerMother.customer()), requester);
        var done = road.ask(AskMother.create(CustomerMother.customer()), requester);
        road.approve(done, null, List.of(), steward);
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            arrives(browser, requester, "home-requester", "You asked for", office.codeOf(done));
            arrives(browser, steward, "home-steward", "Waits for you", "The oldest was sent");
            arrives(browser, people.person(Role.REQUESTER, Office.SOUTH), "home-new", "You have not asked");
            arrives(browser, people.person(Role.LEAD, "GROUP"), "home-lead", "Requests a day", "Possible duplicates");
            arrives(browser, people.person(Role.INTEGRATOR, "GROUP"), "home-integrator", "Target systems");
            arrives(browser, people.person(Role.ADMIN, "GROUP"), "home-admin", "Logins");
        }
    }

    private static void arrives(Browser browser, Actor who, String name, String... words) {
        browser.logIn(who.login(), People.PASSWORD);
        assertThat(browser.path()).isEqualTo("/");
        assertThat(browser.text()).contains(who.login()).contains(words);
        browser.photograph(name);
        accessible(browser);
        browser.all("details.home-table summary").forEach(summary -> summary.click());
        accessible(browser);
        browser.logOut();
    }

    @Test
    void what_is_drawn_stands_in_a_table_too() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        office.asked(CustomerMother.customer());
        try (Browser browser = Browser.withoutScript(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            assertThat(browser.all("svg[role=img]")).hasSizeGreaterThan(3);
            browser.click(By.cssSelector("#figures details.home-table summary"));
            assertThat(browser.all("#figures details[open] tbody tr")).hasSize(Counts.DAYS);
        }
    }

    static void accessible(Browser browser) {
        browser.narrow();
        noViolation(browser);
        browser.wide();
        noViolation(browser);
    }

    private static void noViolation(Browser browser) {
        assertThat(new AxeBuilder().withTags(WCAG).analyze(browser.driver()).getViolations())
                .as(browser.path())
                .isEmpty();
    }
}
