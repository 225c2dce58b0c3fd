package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.openqa.selenium.By;

/** A steward's day at the inbox by mouse, on a telephone, and without script. */
class InboxJourneyTest extends AtTheInbox {

    @Test
    void a_rejection_says_why() {
        UUID request = asked("phone", "021-55550123");
        browser().go("/inbox/" + request);
        browser().click(By.id("reject-open"));
        browser().waitUntil(() -> focused().equals("reject-comment"));
        press("Nobody knows them");
        browser().click(By.id("reject"));
        told("Rejected.");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.REJECTED);
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Nobody knows them");
        browser().accessible("inbox-rejected");
    }

    @Test
    void what_was_typed_stays_when_another_was_faster() {
        UUID request = asked("phone", "021-55550124");
        browser().go("/inbox/" + request);
        browser().type("approve-comment", "seen and agreed");
        browser().driver().executeScript("document.querySelector('#approve-form [name=version]').value = 99");
        browser().click(By.id("approve"));
        told("changed since you opened it");
        assertThat(browser().driver().findElement(By.id("approve-comment")).getDomProperty("value"))
                .isEqualTo("seen and agreed");
        browser().accessible();
        browser().snap("inbox-stale");
        browser().wide();
        road.approve(request, null, List.of(), office.lead());
        browser().click(By.id("approve"));
        told("Somebody was faster");
        browser().accessible();
    }

    @Test
    void on_a_telephone_list_and_request_take_turns() {
        asked("phone", "021-55550129");
        browser().narrow();
        browser().go("/inbox");
        browser().accessible();
        browser().narrow();
        browser().click(By.cssSelector(".hub-row"));
        until(() -> browser().all("#approve").stream().anyMatch(button -> button.isDisplayed()));
        assertThat(browser().all(".inbox-list").get(0).isDisplayed()).isFalse();
        browser().click(By.id("approve"));
        told("Approved and done.");
        assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        browser().accessible();
    }

    @Test
    void without_script_a_decision_leads_to_the_next_by_a_link() {
        UUID request = asked("phone", "021-55550130");
        asked("phone", "021-55550131");
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(steward.login(), People.PASSWORD);
            plain.go("/inbox/" + request);
            plain.click(By.id("reject-open"));
            plain.type("reject-comment", "Nobody knows them");
            plain.clickAndWait(By.id("reject"));
            assertThat(plain.text())
                    .contains("Rejected.", office.request(request).number());
            plain.clickAndWait(By.linkText("Next request"));
            plain.clickAndWait(By.id("approve"));
            assertThat(plain.text()).contains("Approved and done.");
        }
    }

    @Test
    void who_asked_takes_it_back() {
        UUID request = road.ask(AskMother.create(CustomerMother.customer()), steward);
        browser().go("/inbox/" + request + "?tab=mine");
        browser().accessible("inbox-mine");
        browser().click(By.cssSelector("#decide summary"));
        browser().click(By.id("withdraw"));
        told("Withdrawn.");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.WITHDRAWN);
    }

    @Test
    void characters_that_differ_are_marked_and_named() {
        String name = "澄湖（集团）" + System.nanoTime() + "公司";
        String code = office.customer(CustomerMother.customerWith("name", name, "contacts", contact("李明", "采购")));
        UUID request = road.ask(
                AskMother.update(
                        code,
                        1,
                        CustomerMother.fields(
                                "name", name.replace("（", "(").replace("）", ")"), "contacts", contact("李明", "采购经理"))),
                requester);
        browser().go("/inbox/" + request);
        assertThat(browser().all("del")).extracting(mark -> mark.getText()).anyMatch(text -> text.endsWith("（"));
        assertThat(browser().all("ins")).extracting(mark -> mark.getText()).anyMatch(text -> text.endsWith("经理"));
        assertThat(browser().text()).contains("full/half-width brackets", "unchanged");
        browser().accessible("inbox-brackets");
    }

    private static List<java.util.Map<String, Object>> contact(String name, String role) {
        return List.of(java.util.Map.of("id", "c1", "name", name, "role", role));
    }

    @Test
    void a_filter_stands_in_the_address() {
        UUID request = asked("phone", "021-55550132");
        String number = office.request(request).number();
        browser().go("/inbox");
        browser().type("inbox-q", number);
        browser().clickAndWait(By.cssSelector(".inbox-filter button"));
        assertThat(browser().all(".hub-row")).hasSize(1);
        browser().go("/inbox?type=products&q=" + number);
        assertThat(browser().text()).contains("No such request");
        browser().accessible("inbox-filtered");
        browser().go("/inbox?q=%25&type=%F0%9F%98%80&tab=none");
        assertThat(browser().text()).contains("No such request");
    }
}
