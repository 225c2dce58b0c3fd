package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A steward's day at the inbox, by key, by mouse and on a telephone. Each test has an organisation's queue before it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxJourneyTest {

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

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

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private UUID asked(Object... keysAndValues) {
        return road.ask(AskMother.create(CustomerMother.customerWith(keysAndValues)), requester);
    }

    private UUID changed(Object... keysAndValues) {
        String code = office.customer(CustomerMother.customerWith(
                "name", "澄湖（" + System.nanoTime() + "）公司", "invoiceBank", "交通银行", "invoiceAccount", "62220210"));
        return road.ask(AskMother.update(code, 1, CustomerMother.fields(keysAndValues)), requester);
    }

    private void press(CharSequence... keys) {
        new Actions(browser().driver()).sendKeys(keys).perform();
    }

    private void until(java.util.function.BooleanSupplier holds) {
        new WebDriverWait(browser().driver(), java.time.Duration.ofSeconds(20))
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(there -> holds.getAsBoolean());
    }

    private void told(String words) {
        browser().told(words);
    }

    private String focused() {
        return String.valueOf(browser().driver().switchTo().activeElement().getDomAttribute("id"));
    }

    private String said() {
        return String.valueOf(browser().all("#inbox-said").get(0).getDomProperty("textContent"));
    }

    @ParameterizedTest
    @CsvSource({"en,Approved and done.", "zh-CN,已同意并生效。"})
    void one_key_approves_a_routine_item_and_the_next_one_follows(String language, String words) {
        UUID request = asked("phone", "021-55550120");
        asked("phone", "021-55550121");
        browser().go("/inbox/" + request + "?lang=" + language);
        press("a");
        told(words);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(browser().text()).contains(office.codeOf(request));
        assertThat(browser().path()).startsWith("/inbox/").doesNotContain(request.toString());
        assertThat(focused()).isEqualTo("request-title");
        assertThat(said()).contains(words, office.request(request).number());
        browser().accessible();
        browser().snap("inbox-next-" + language);
        browser().wide();
        browser().go(browser().path());
        assertThat(browser().all("#request-title")).hasSize(1);
    }

    @Test
    void a_bank_change_asks_for_a_comment_and_for_a_second_person() {
        UUID request = changed("invoiceBank", "中国建设银行", "invoiceAccount", "62220211");
        browser().go("/inbox/" + request);
        press("a");
        assertThat(focused()).isEqualTo("approve-comment");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        browser().accessible("inbox-careful");
        browser().type("approve-comment", "checked by phone");
        press(Keys.chord(Keys.CONTROL, Keys.ENTER));
        told("step");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);

        Actor finance = people.person(Role.FINANCE, Office.EAST);
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(finance.login(), People.PASSWORD);
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Step 2 of 2", "checked by phone");
        browser().accessible("inbox-second-step");
        press("a", Keys.chord(Keys.CONTROL, Keys.ENTER));
        told("Approved and done.");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void r_returns_with_fields_and_a_comment() {
        UUID request = asked("phone", "021-55550122");
        browser().go("/inbox/" + request);
        press("r");
        assertThat(focused()).isEqualTo("return-comment");
        browser().accessible();
        browser().snap("inbox-return");
        browser().wide();
        press("The number is not theirs");
        browser().click(By.cssSelector("#decide input[value=phone]"));
        browser().driver().findElement(By.id("return-comment")).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        told("Returned for change.");
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("The number is not theirs", "To be mended: Phone");
    }

    @Test
    void a_rejection_says_why() {
        UUID request = asked("phone", "021-55550123");
        browser().go("/inbox/" + request);
        browser().click(By.id("reject-open"));
        assertThat(focused()).isEqualTo("reject-comment");
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
    void keys_are_silent_while_an_input_method_composes_and_when_they_are_off() {
        UUID request = asked("phone", "021-55550125");
        browser().go("/inbox/" + request);
        for (String composing : List.of("isComposing: true, key: 'a'", "keyCode: 229, key: 'a'")) {
            browser()
                    .driver()
                    .executeScript("document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, "
                            + composing + "}))");
        }
        browser().driver().findElement(By.id("approve-comment")).sendKeys("ar");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        browser()
                .driver()
                .executeScript("document.documentElement.dataset.keys = 'off'; document.activeElement.blur()");
        press("a");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void from_item_to_item_by_keyboard_alone() {
        asked("phone", "021-55550126");
        asked("phone", "021-55550127");
        asked("phone", "021-55550128");
        browser().go("/inbox");
        String first = title();
        press("j");
        until(() -> !title().equals(first));
        String second = title();
        assertThat(focused()).isEqualTo("request-title");
        assertThat(browser().all(".hub-row[aria-current=true]")).hasSize(1);
        press("k");
        until(() -> title().equals(first));
        browser().all(".hub-row").get(1).sendKeys(Keys.ENTER);
        until(() -> title().equals(second));
        press("?");
        until(() -> !browser().all("dialog[open] kbd").isEmpty());
        assertThat(browser().all("dialog[open] kbd"))
                .extracting(key -> key.getText())
                .contains("a", "r", "j", "k");
        press(Keys.ESCAPE);
        press("r");
        press("Please mend the street", Keys.chord(Keys.CONTROL, Keys.ENTER));
        told("Returned for change.");
    }

    private String title() {
        return browser().driver().findElement(By.id("request-title")).getText();
    }

    @Test
    void on_a_telephone_list_and_request_take_turns() {
        asked("phone", "021-55550129");
        browser().narrow();
        browser().go("/inbox");
        browser().accessible();
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
        browser().go("/inbox?q=%00%25&type=%F0%9F%98%80&tab=none");
        assertThat(browser().text()).contains("No such request");
    }
}
