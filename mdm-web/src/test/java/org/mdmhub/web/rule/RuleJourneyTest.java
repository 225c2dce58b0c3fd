package org.mdmhub.web.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;

import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Refused;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead writes a rule, tries it, and another lead lets it hold. */
@WebTest
class RuleJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void a_rule_is_written_tried_approved_and_stops_a_request() {
        String group = "G" + NameMother.number();
        Actor lead = people.person(Role.LEAD, "GROUP");
        Actor other = people.person(Role.LEAD, "GROUP");
        String failing = office.customer(customerWith("customerGroup", group, "shortName", "1001"));
        office.customer(customerWith("customerGroup", group, "shortName", "KA-1001"));
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard/rules/edit");
            browser.accessible("rule-new");
            written(browser, group);
            browser.clickAndWait(By.cssSelector("[formaction='/standard/rules/try']"));
            browser.told("Would fail: 1 of");
            assertThat(browser.text()).contains(failing);
            browser.accessible("rule-tried");
            browser.type("rule-reason", "key accounts are called by number");
            browser.clickAndWait(By.cssSelector("[data-send]"));
            assertThat(browser.path()).startsWith("/inbox/");
            browser.photograph("rule-asked");
            String request = browser.path().substring("/inbox/".length());

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go("/inbox/" + request);
            assertThat(browser.text()).contains("Key account number");
            browser.click(By.id("approve"));
            browser.told("Approved");

            browser.go("/standard/rules");
            assertThat(browser.text()).contains("Key account number");
            browser.accessible("rule-list");
            browser.clickAndWait(By.linkText("Key account number"));
            browser.accessible("rule-one");
        }
        assertThatThrownBy(() -> office.asked(customerWith("customerGroup", group, "shortName", "x")))
                .isInstanceOf(Refused.class);
        office.asked(customerWith("customerGroup", group, "shortName", "KA-2002"));
    }

    private static void written(Browser browser, String group) {
        browser.type("name", "Key account number");
        browser.type("nameZh", "大客户编号");
        choose(browser, "check", "PATTERN");
        browser.waitFor(By.id("pattern"));
        browser.type("pattern", "KA-(\\d{4}");
        choose(browser, "field", "shortName");
        choose(browser, "when-0-field", "customerGroup");
        browser.type("when-0-values", group);
        browser.type("message", "A key account is called KA- and four digits");
        browser.type("messageZh", "大客户简称须为 KA- 加四位数字");
        browser.clickAndWait(By.cssSelector("[formaction='/standard/rules/try']"));
        assertThat(browser.text()).contains("The pattern cannot be read");
        browser.snap("rule-wrong");
        browser.accessible();
        browser.type("pattern", "KA-\\d{4}");
    }

    private static void choose(Browser browser, String id, String value) {
        new Select(browser.driver().findElement(By.id(id))).selectByValue(value);
    }

    @Test
    void without_script_a_button_brings_the_fields_of_another_check() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        try (Browser browser = Browser.withoutScript(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard/rules/edit");
            choose(browser, "check", "EXPRESSION");
            browser.clickAndWait(By.cssSelector("noscript [formaction='/standard/rules/form']"));
            browser.type("expression", "name.size() > 3");
            browser.type("name", "Long enough");
            choose(browser, "field", "name");
            browser.clickAndWait(By.cssSelector("[formaction='/standard/rules/try']"));
            assertThat(browser.text()).contains("Trial on the present data");
        }
    }
}
