package org.mdmhub.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody does who sees the hub for the first time: ask, approve as another person, look at what came of it. */
@WebTest
class FiveMinutesTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void in_chinese_from_the_request_to_the_code_and_its_history() {
        String name = NameMother.company();
        try (Browser browser = Browser.at(port)) {
            logIn(browser, people.person(Role.REQUESTER, Office.EAST), "zh-CN");
            browser.go("/records/customers");
            browser.clickAndWait(By.linkText("新建客户"));
            browser.type("name", name);
            browser.clickAndWait(By.id("send"));
            assertThat(browser.text()).contains(name, "审批中", "申请与审批分离");
            String request = browser.path();
            logIn(browser, people.person(Role.STEWARD, Office.EAST), "zh-CN");
            browser.go(request);
            browser.click(By.id("approve"));
            browser.waitUntil(
                    () -> !browser.all("a[href*='/records/customers/C']").isEmpty());
            String code = office.codeOf(java.util.UUID.fromString(request.substring("/inbox/".length())));
            browser.go("/records/customers/" + code);
            assertThat(browser.text()).contains(name, code, "正常", "变更历史", "新建");
        }
    }

    @Test
    void on_a_telephone_without_script_too() {
        String name = NameMother.company();
        try (Browser browser = Browser.withoutScript(port)) {
            browser.narrow();
            logIn(browser, people.person(Role.REQUESTER, Office.EAST), "en");
            browser.go("/records/customers/new");
            browser.type("name", name);
            browser.clickAndWait(By.id("check"));
            assertThat(value(browser, "name")).isEqualTo(name);
            browser.clickAndWait(By.id("send"));
            assertThat(browser.text()).contains(name, "In review");
            String request = browser.path();
            logIn(browser, people.person(Role.STEWARD, Office.EAST), "en");
            browser.go(request);
            browser.clickAndWait(By.id("approve"));
            assertThat(browser.text())
                    .contains(office.codeOf(java.util.UUID.fromString(request.substring("/inbox/".length()))));
        }
    }

    @Test
    void a_block_is_asked_for_approved_and_taken_away_again() {
        String code = office.customer();
        try (Browser browser = Browser.at(port)) {
            Actor requester = people.person(Role.REQUESTER, Office.EAST);
            for (String deed : new String[] {"block", "unblock"}) {
                logIn(browser, requester, "en");
                browser.go("/records/customers/" + code + "/" + deed);
                browser.accessible("ask-" + deed);
                browser.go("/records/customers/" + code + "/" + deed);
                browser.all("textarea, input[type=text]").forEach(field -> field.sendKeys("overdue"));
                browser.clickAndWait(By.id("send"));
                String request = browser.path();
                assertThat(request).startsWith("/inbox/");
                office.approved(java.util.UUID.fromString(request.substring("/inbox/".length())));
                assertThat(office.record(code).status())
                        .isEqualTo(deed.equals("block") ? RecordStatus.BLOCKED : RecordStatus.ACTIVE);
            }
            browser.go("/records/customers/" + code + "/retire");
            browser.accessible("ask-retire");
        }
    }

    private static void logIn(Browser browser, Actor who, String language) {
        browser.driver().manage().deleteAllCookies();
        browser.go("/login?lang=" + language);
        browser.logIn(who.login(), People.PASSWORD);
    }

    private static String value(Browser browser, String id) {
        return String.valueOf(browser.driver().findElement(By.id(id)).getDomProperty("value"));
    }
}
