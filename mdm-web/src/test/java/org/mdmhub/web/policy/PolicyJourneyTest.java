package org.mdmhub.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.UUID;
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

/** A lead writes a policy, tries it, another lead approves it; a steward approves one field of a change. */
@WebTest
class PolicyJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void a_policy_is_written_tried_asked_for_and_explained() {
        String group = "G" + NameMother.number();
        Actor lead = people.person(Role.LEAD, "GROUP");
        Actor other = people.person(Role.LEAD, "GROUP");
        people.person(Role.FINANCE, "GROUP");
        people.person(Role.FINANCE, "GROUP");
        String code = office.customer(customerWith("customerGroup", group));
        office.askedUpdate(code, fields("taxId", "91110000600037341L"));
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard");
            browser.clickAndWait(By.linkText("Approval policies"));
            browser.accessible("policy-list");
            browser.go("/standard/policies/edit");
            browser.accessible("policy-new");
            browser.type("name", "Key accounts");
            browser.type("nameZh", "大客户税务信息");
            choose(browser, "when-0-field", "customerGroup");
            browser.type("when-0-values", group);
            browser.click(By.id("groups-invoice"));
            browser.click(By.id("steps-0-roles-STEWARD"));
            browser.type("steps-0-people", "nobody-at-all");
            browser.clickAndWait(By.cssSelector("[formaction='/standard/policies/try']"));
            assertThat(browser.text()).contains("nobody-at-all is unknown");
            browser.snap("policy-wrong");
            browser.accessible();
            browser.type("steps-0-people", "");
            browser.click(By.id("steps-0-roles-FINANCE"));
            browser.clickAndWait(By.cssSelector("[formaction='/standard/policies/try']"));
            assertThat(browser.text()).contains("Tried on the newest requests", "changes: ");
            browser.snap("policy-tried");
            browser.type("policy-reason", "tax data of key accounts");
            browser.clickAndWait(By.cssSelector("#policy-form [data-send]"));
            assertThat(browser.path()).startsWith("/inbox/");
            browser.photograph("policy-asked");
            assertThat(browser.text())
                    .as("what is asked for is told in words")
                    .contains("Customer group", "finance", "Invoice and tax")
                    .doesNotContain("customerGroup", "FINANCE", "EQUAL");
            String request = browser.path().substring("/inbox/".length());

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go("/inbox/" + request);
            browser.click(By.id("approve"));
            browser.waitFor(By.className("inbox-told"));
            browser.go("/standard/policies");
            browser.clickAndWait(By.linkText("Key accounts"));
            assertThat(browser.text()).contains("Customer group is " + group);
            browser.accessible("policy-one");

            browser.go("/standard/policies/which");
            browser.type("code", code);
            choose(browser, "asked-0-field", "taxId");
            browser.type("asked-0-value", "91110000600037341L");
            browser.clickAndWait(By.cssSelector("main form [data-send]"));
            assertThat(browser.text()).contains("Key accounts", "finance and beside that steward");
            browser.snap("policy-which");
            browser.accessible();
            browser.go("/account/away");
            browser.accessible("policy-away");
        }
    }

    private static void choose(Browser browser, String id, String value) {
        new Select(browser.driver().findElement(By.id(id))).selectByValue(value);
    }

    @Test
    void a_steward_approves_one_field_and_the_rest_goes_on() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("website", "https://example.cn", "invoiceBank", "建设银行"));
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(steward.login(), People.PASSWORD);
            browser.go("/inbox/" + id);
            browser.click(By.cssSelector(".inbox-policies summary"));
            assertThat(browser.text()).contains("Every request", "Bank details replaced");
            browser.click(By.cssSelector("#approve-some summary"));
            browser.snap("policy-some");
            browser.accessible();
            browser.click(By.cssSelector("#approve-some input[value='website']"));
            browser.click(By.id("approve-these"));
            browser.waitFor(By.className("inbox-told"));
            assertThat(office.values(code).text("website")).isEqualTo("https://example.cn");
            assertThat(office.values(code).text("invoiceBank")).isEqualTo("工商银行");
            browser.go("/inbox/" + id + "?lang=zh-CN");
            browser.photograph("policy-some-done");
        }
    }
}
