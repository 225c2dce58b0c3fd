package org.mdmhub.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding a master, reading it, and finding out who changed what, as people do it in a browser. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor steward = new Actor("nobody", Map.of());

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
        steward = people.person(Role.STEWARD, Office.EAST);
        browser().driver().manage().deleteAllCookies();
        browser().wide();
        browser().go("/login?lang=en");
        browser().logIn(steward.login(), People.PASSWORD);
    }

    private Browser browser() {
        return java.util.Objects.requireNonNull(opened);
    }

    @ParameterizedTest
    @CsvSource({"en, Who changed Phone?", "zh-CN, “联系电话”的变更记录"})
    void one_key_tells_who_changed_the_field_under_the_mouse(String language, String title) {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550701", "city", "上海市"));
        office.updated(code, CustomerMother.fields("phone", "021-55550702"));
        browser().go("/records/customers/" + code + "?lang=" + language);
        new Actions(browser().driver())
                .moveToElement(browser().all("#field-phone").get(0))
                .perform();
        new Actions(browser().driver()).sendKeys("h").perform();
        until("dialog[open] #field-changes-title");
        assertThat(browser().all("dialog[open]").get(0).getText())
                .contains(title, "+86215555070", "the facts have changed");
        browser().accessible();
        browser().snap("field-changes-" + language);
        browser().wide();
    }

    @Test
    void who_changed_it_is_reached_by_keyboard_alone_and_without_script() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550711"));
        browser().go("/records/customers/" + code + "?lang=en");
        browser().driver().executeScript("document.querySelector('#field-phone .rec-clock').focus()");
        new Actions(browser().driver()).sendKeys("h").perform();
        until("dialog[open] #field-changes-title");
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(steward.login(), People.PASSWORD);
            plain.go("/records/customers/" + code);
            assertThat(plain.all(".hub-copy")).noneMatch(button -> button.isDisplayed());
            plain.go(plain.all("#field-phone .rec-clock").get(0).getDomAttribute("href"));
            assertThat(plain.text()).contains("Who changed Phone?", "50711");
        }
    }

    @Test
    void the_list_narrows_while_one_types_and_what_fits_can_be_kept() {
        String trade = NameMother.trade(5);
        String code = office.customer(CustomerMother.fields("name", trade + "机械", "accountGroup", "SITE"));
        office.customer(CustomerMother.fields("name", trade + "电子"));
        browser().go("/records/customers?lang=en");
        browser().accessible("records-list");
        browser().type("q", trade + "机械");
        until(".rec-table tbody tr:only-child");
        assertThat(browser().text()).contains(code, "1 found");
        assertThat(browser().driver().getCurrentUrl()).contains("q=");
        browser().click(By.cssSelector(".rec-tools details:nth-of-type(1) summary"));
        browser().type("filter-name", "Machines");
        browser().accessible();
        browser().clickAndWait(By.cssSelector(".rec-tools details:nth-of-type(1) .btn-primary"));
        assertThat(browser().text()).contains("Machines", code);
        browser().accessible("records-filter-saved");
        browser().click(By.cssSelector(".rec-tools details:nth-of-type(2) summary"));
        browser().accessible();
        browser().snap("records-columns");
        browser().wide();
    }

    @Test
    void more_filters_are_in_the_address_and_nothing_found_says_what_to_do() {
        browser().go("/records/customers?lang=en&f.country=IS&q=" + NameMother.trade(9));
        assertThat(browser().text()).contains("Nothing found");
        assertThat(browser().all(".rec-more[open]")).hasSize(1);
        browser().accessible("records-none");
    }

    @Test
    void a_full_record_is_readable_in_both_widths_and_at_any_day() {
        String parent = office.customer(CustomerMother.named("上海" + NameMother.trade() + "控股集团有限公司"));
        String code = office.customer(full(parent));
        office.customer(CustomerMother.fields(
                "name",
                NameMother.company(),
                "relations",
                List.of(CustomerMother.fields("kind", "HEADQUARTERS", "code", code))));
        office.done(AskMother.block(code, Map.of("scope", "DELIVERY", "reason", "货款逾期 90 天", "from", "2026-11-01")));
        office.updated(code, CustomerMother.fields("phone", "021-55550721", "paymentTerms", "月结60天"));
        road.ask(
                AskMother.update(code, office.record(code).version(), CustomerMother.fields("street", "延安西路 900 号")),
                people.person(Role.REQUESTER, Office.EAST));
        browser().go("/records/customers/" + code + "?lang=en");
        assertThat(browser().text()).contains("Blocked: Deliveries", "Open requests on this record: 1", "Named by");
        browser().accessible("record-full");
        browser().go("/records/customers/" + code + "?asOf=2026-01-01&lang=en");
        browser().accessible("record-not-yet");
        browser().go("/records/customers/" + code + "?lang=en");
        browser().clickAndWait(By.cssSelector(".rec-entry:last-child .rec-then-link"));
        assertThat(browser().text()).contains("As it stood at", "月结30天").doesNotContain("did not exist");
        browser().accessible("record-then");
        browser().go("/records/customers/" + code + "/fields/phone?lang=en");
        browser().accessible("record-field");
        dark(code);
    }

    private void dark(String code) {
        browser().driver().executeScript("document.documentElement.dataset.bsTheme = 'dark'");
        browser().go("/records/customers/" + code + "?lang=zh-CN");
        browser().driver().executeScript("document.documentElement.dataset.bsTheme = 'dark'");
        browser().accessible();
        browser().snap("record-full-dark");
        browser().go("/records/customers?lang=en");
        browser().driver().executeScript("document.documentElement.dataset.bsTheme = 'dark'");
        browser().accessible();
        browser().snap("records-list-dark");
        browser().wide();
    }

    private static Map<String, @Nullable Object> full(String parent) {
        return CustomerMother.customerWith(
                "shortName", "星火机电",
                "englishName", "Spark Electromechanical Co., Ltd.",
                "country", "CN",
                "province", "上海市",
                "city", "上海市",
                "street", "长宁区延安西路 889 号",
                "phone", "021-55550720",
                "email", "office@example.com",
                "taxpayerKind", "GENERAL",
                "invoiceTitle", "上海星火机电有限公司",
                "invoiceBank", "招商银行上海延西支行",
                "invoiceAccount", "6225880112345678",
                "currency", "CNY",
                "paymentTerms", "月结30天",
                "creditLimit", 500000,
                "contacts",
                        List.of(
                                CustomerMother.fields("name", "王芳", "role", "采购", "phone", "13800138000"),
                                CustomerMother.fields("name", "Li Lei", "role", "财务")),
                "addresses",
                        List.of(CustomerMother.fields(
                                "purpose", "SHIP_TO", "country", "CN", "city", "苏州市", "street", "星湖街 328 号")),
                "relations", List.of(CustomerMother.fields("kind", "PARENT", "code", parent)));
    }

    @Test
    void on_a_telephone_a_record_is_found_and_its_code_copied() {
        String trade = NameMother.trade(5);
        String code = office.customer(CustomerMother.fields("name", trade + "有限公司"));
        browser().narrow();
        browser().go("/records/customers?lang=zh-CN");
        browser().type("q", trade);
        until(".rec-table tbody tr:only-child");
        browser().click(By.cssSelector(".rec-table .hub-copy"));
        until(".hub-said:not(:empty)");
        assertThat(browser().all(".hub-said").get(0).getText()).isEqualTo("已复制：编码 " + code);
        browser().clickAndWait(By.cssSelector(".rec-table .hub-name a"));
        assertThat(browser().text()).contains(code, "变更历史");
        assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        browser().accessible();
    }

    private void until(String css) {
        browser().waitFor(By.cssSelector(css));
    }
}
