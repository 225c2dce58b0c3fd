package org.mdmhub.web.survivorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead lays down which value wins, tries it, another lead approves; a steward asks a field why it holds its value. */
@WebTest
class SurvivorshipJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private Road road;

    @Autowired
    private MergePreviews previews;

    @LocalServerPort
    private int port;

    @Test
    void rules_are_laid_down_tried_asked_for_and_approved() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        Actor other = people.person(Role.LEAD, "GROUP");
        merged();
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard");
            browser.clickAndWait(By.linkText("Which value wins"));
            browser.accessible("survivorship-list");
            browser.clickAndWait(By.cssSelector(".rule-table a[href*=customers]"));
            assertThat(browser.text()).contains("Trust in the source, then Newest", "730 days", "Entered by people");
            browser.accessible("survivorship-one");
            browser.clickAndWait(By.linkText("Ask for other rules"));
            browser.accessible("survivorship-form");
            choose(browser, "fields-0-field", "website");
            choose(browser, "fields-0-rules-0", "longest");
            browser.type("sources-0-trust", "7");
            browser.clickAndWait(By.cssSelector("[formaction='/standard/survivorship/try']"));
            assertThat(browser.text()).contains("Between 0 and 1");
            browser.snap("survivorship-wrong");
            browser.accessible();
            browser.type("sources-0-trust", "1");
            browser.clickAndWait(By.cssSelector("[formaction='/standard/survivorship/try']"));
            assertThat(browser.text()).contains("Nothing was written", "a-long-address.example");
            browser.snap("survivorship-tried");
            browser.accessible();
            browser.type("survivorship-reason", "long addresses are the right ones");
            browser.clickAndWait(By.cssSelector("#survivorship-form [data-send]"));
            assertThat(browser.path()).startsWith("/inbox/");
            assertThat(browser.text()).contains("Website", "Longest").doesNotContain("mostFrequent");
            String request = browser.path().substring("/inbox/".length());

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go("/inbox/" + request);
            browser.click(By.id("approve"));
            browser.waitFor(By.className("inbox-told"));
            browser.go("/standard/survivorship?key=customers");
            assertThat(browser.text()).contains("Website", "Longest");
        }
    }

    @Test
    void a_field_tells_why_it_holds_its_value_and_what_would_change_it() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        String code = merged();
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(steward.login(), People.PASSWORD);
            browser.go("/records/customers/" + code + "/fields/website");
            assertThat(browser.text())
                    .contains("From: ERP", "Chosen", "Decided by the merge of", "a-long-address.example");
            browser.accessible("survivorship-why");
            browser.go("/records/customers/" + code + "/fields/phone");
            assertThat(browser.text()).contains("From: CRM", "No other record held a value");
            browser.go("/records/customers/" + office.customer() + "/fields/name");
            assertThat(browser.text()).contains("From: Entered by people", "Only a change request changes it");
        }
    }

    private String from(String system, Object... fields) {
        return office.done(AskMother.create(customerWith(fields)).from(system, "K" + NameMother.number()));
    }

    /** Merged from CRM and ERP; its website was chosen. */
    private String merged() {
        String survivor =
                from("crm", "creditCode", null, "website", "a-long-address.example", "phone", "021-5555 1234");
        String other = from("erp", "creditCode", null, "website", "erp.example");
        Actor asker = office.requester();
        MergeChoice choice =
                new MergeChoice(survivor, List.of(other), java.util.Map.of(), java.util.Map.of(), java.util.Set.of());
        String hash = previews.of("customers", choice, asker).plan().hash();
        UUID id = road.ask(
                Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "the same company"), asker);
        office.approved(id);
        return survivor;
    }

    private static void choose(Browser browser, String id, String value) {
        new Select(browser.driver().findElement(By.id(id))).selectByValue(value);
    }
}
