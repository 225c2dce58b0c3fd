package org.mdmhub.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How people ask, in a browser. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskJourneyTest {

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor requester = new Actor("nobody", Map.of());

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void newcomer() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        logIn("en");
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private void logIn(String language) {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=" + language);
        browser().logIn(requester.login(), People.PASSWORD);
    }

    private UUID requestOfPath() {
        String[] steps = browser().path().split("/");
        return UUID.fromString(steps[2]);
    }

    private void send() {
        browser().clickAndWait(By.id("send"));
    }

    private String value(String id) {
        return String.valueOf(browser().driver().findElement(By.id(id)).getDomProperty("value"));
    }

    private void waitForValue(String id, String value) {
        browser().waitUntil(() -> value(id).equals(value));
    }

    @Test
    void a_new_customer_is_typed_with_few_keys_and_sent_with_one() {
        String name = NameMother.company();
        browser().go("/records/customers/new");
        browser().accessible("ask-new");
        browser().go("/records/customers/new");
        Interactions hand = new Interactions(browser());
        hand.type(name);
        hand.next("91320500MA" + "0000000");
        browser().type("creditCode", "");
        browser()
                .driver()
                .findElement(By.id("creditCode"))
                .sendKeys(IdentifierMother.creditCode(String.format("91320500MA%07d", NameMother.number())));
        waitForValue("city", "苏州市");
        assertThat(value("province")).isEqualTo("江苏省");
        // country, province and city are there; on to district, street and phone
        hand.press(Keys.TAB);
        hand.press(Keys.TAB);
        hand.press(Keys.TAB);
        hand.next("工业园区");
        hand.next("星湖街1号");
        hand.next("0512-55550100");
        browser().waitFor(By.cssSelector("#said-phone .ask-note"));
        assertThat(hand.count()).as("keys from the first field to the last").isLessThanOrEqualTo(9);
        browser().snap("ask-new-typed");
        browser().accessible();
        hand.pressAway(Keys.CONTROL, Keys.ENTER);
        assertThat(browser().path()).startsWith("/inbox/");
        assertThat(browser().all(".hub-told").get(0).getText()).contains("is sent");
        assertThat(office.status(requestOfPath())).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(office.request(requestOfPath()).wish().fields())
                .containsEntry("name", name)
                .containsEntry("city", "苏州市")
                .containsEntry("phone", "+8651255550100");
    }

    @Test
    void a_pasted_invoice_block_fills_the_form_and_can_be_copied_out_again() {
        String name = NameMother.company();
        String credit = IdentifierMother.creditCode();
        logIn("zh-CN");
        browser().go("/records/customers/new");
        browser().click(By.cssSelector(".ask-paste summary"));
        paste("您好，我司开票资料如下：\n单位名称：" + name + "\n税 号：" + credit
                + "\n地址、电话：上海市浦东新区世纪大道100号 ０２１-55550100\n开户行及账号：交通银行上海滨江支行 3100 6677 8899 0011\n备注：请开专票");
        waitForValue("creditCode", credit);
        assertThat(value("name")).isEqualTo(name);
        assertThat(value("invoiceBank")).isEqualTo("交通银行上海滨江支行");
        assertThat(value("invoiceAccount")).isEqualTo("3100667788990011");
        assertThat(browser().all("#ask-pasted dl div")).hasSize(6);
        browser().driver().findElement(By.id("name")).sendKeys(Keys.END, " ");
        browser().waitFor(By.cssSelector("#said-invoiceBank .ask-note"));
        browser().accessible();
        browser().driver().executeScript("window.scrollTo(0, 0)");
        browser().snap("ask-pasted-zh-CN");
        logIn("en");
        browser().go("/records/customers/new");
        browser().click(By.cssSelector(".ask-paste summary"));
        paste("名称：" + name + "\n税号：" + credit + "\n开户行：交通银行上海滨江支行\n账号：3100667788990011\n备注：专票");
        waitForValue("invoiceAccount", "3100667788990011");
        browser().driver().executeScript("window.scrollTo(0, 0)");
        browser().snap("ask-pasted-en");
        send();
        office.approved(requestOfPath());
        browser().go("/records/customers/" + office.codeOf(requestOfPath()));
        assertThat(browser().all("#group-invoice .rec-group [data-copy]").get(0).getDomAttribute("data-copy"))
                .isEqualTo(
                        "Name: " + name + "\nTax number: " + credit + "\nBank: 交通银行上海滨江支行\nAccount: 3100667788990011");
    }

    private void paste(String text) {
        browser()
                .driver()
                .executeScript(
                        "const field = document.getElementById('ask-paste'); field.value = arguments[0];"
                                + "field.dispatchEvent(new Event('input', {bubbles: true}))",
                        text);
    }

    @Test
    void what_looks_the_same_shows_while_the_name_is_typed_and_is_used_by_one_key() {
        String name = NameMother.company();
        String code = office.customer(CustomerMother.named(name));
        browser().go("/records/customers/new");
        Interactions hand = new Interactions(browser());
        hand.type(name.replace("有限公司", ""));
        browser().waitFor(By.cssSelector("#ask-looks li"));
        assertThat(browser().all("#ask-looks li").get(0).getText()).contains(name, code, "Names differ only by 有限公司");
        browser().type("phone", "021-55550177");
        browser().waitFor(By.cssSelector("#said-phone .ask-note"));
        browser().snap("ask-looks");
        browser().accessible();
        assertThat(hand.count()).isZero();
        hand.pressAway(Keys.ALT, "1");
        assertThat(hand.count()).isEqualTo(2);
        assertThat(browser().text()).contains(code, "Changed fields: 1", "+862155550177");
        assertThat(value("name")).isEqualTo(name);
        browser().accessible("ask-use");
        send();
        UUID request = requestOfPath();
        assertThat(office.request(request).wish().fields()).containsOnlyKeys("phone");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void an_edit_shows_its_diff_before_it_is_sent_by_one_key() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550100", "website", "old.example"));
        browser().go("/records/customers/" + code + "/edit?field=website");
        assertThat(browser().driver().switchTo().activeElement().getDomProperty("id"))
                .isEqualTo("website");
        Interactions hand = new Interactions(browser());
        browser().type("website", "new.example");
        browser().waitFor(By.cssSelector("#ask-changes ins"));
        assertThat(browser().all("#ask-changes").get(0).getText()).contains("old.example", "new.example");
        browser().snap("ask-edit");
        browser().accessible();
        hand.pressAway(Keys.CONTROL, Keys.ENTER);
        assertThat(hand.count()).isEqualTo(2);
        assertThat(office.request(requestOfPath()).wish().fields())
                .containsExactlyEntriesOf(Map.of("website", "new.example"));
    }

    @Test
    void a_draft_is_kept_by_itself_and_outlives_the_session() {
        String name = NameMother.company();
        browser().go("/records/customers/new");
        browser().type("name", name);
        browser().waitFor(By.xpath("//*[@id='ask-draft']//span[contains(.,'Saved')]"));
        logIn("en");
        browser().go("/inbox?tab=mine");
        assertThat(browser().text()).contains(name, "Draft");
        String id = String.valueOf(browser().all(".hub-rows a").get(0).getDomAttribute("href"))
                .replaceAll("^/inbox/|\\?.*$", "");
        browser().go("/requests/" + id + "/edit");
        assertThat(value("name")).isEqualTo(name);
        browser().accessible("ask-draft");
        browser().clickAndWait(By.id("discard"));
        assertThat(office.status(UUID.fromString(id))).isEqualTo(ChangeStatus.WITHDRAWN);
    }

    @Test
    void who_gets_it_back_lands_on_the_first_field_to_be_mended_and_sends_it_again() {
        UUID request = road.ask(AskMother.create(CustomerMother.customerWith("website", "x.example")), requester);
        road.sendBack(request, "This is not theirs", List.of("website"), office.steward());
        browser().go("/requests/" + request + "/edit");
        assertThat(browser().driver().switchTo().activeElement().getDomProperty("id"))
                .isEqualTo("website");
        assertThat(browser().text()).contains("This is not theirs", "to be mended");
        browser().accessible("ask-returned");
        browser().go("/requests/" + request + "/edit");
        browser().type("website", "theirs.example");
        send();
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(office.request(request).wish().fields()).containsEntry("website", "theirs.example");
    }
}
