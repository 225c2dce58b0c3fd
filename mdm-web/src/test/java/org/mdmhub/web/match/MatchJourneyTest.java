package org.mdmhub.web.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Why two things look the same, wherever they show, and the page of the model. */
@WebTest
class MatchJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private DuplicatePairs pairs;

    @LocalServerPort
    private int port;

    private final String name = "上海" + NameMother.trade(5) + "贸易";

    private UUID lookAlikes() {
        String one = office.customer(fields("name", name + "有限公司", "phone", "+862161234567", "city", "上海市"));
        String other = office.customer(fields("name", name + "有限责任公司", "phone", "+862161234567", "city", "苏州市"));
        return pairs.find(office.id(one), office.id(other)).orElseThrow();
    }

    @Test
    void whoever_decides_reads_why_and_opens_the_weights_by_keyboard() {
        lookAlikes();
        UUID asked = office.asked(fields("name", name + "有限公司", "phone", "+862161234567", "city", "北京市"));
        try (Browser browser = steward()) {
            browser.go("/inbox/" + asked);
            assertThat(browser.text())
                    .contains("Names differ only by 有限公司 / 有限责任公司")
                    .contains("same phone");
            opened(browser, "#request .match-why > summary, .inbox-look ~ .match-why > summary");
            browser.accessible();
            browser.snap("match-request");

            browser.go("/duplicates?q=" + name);
            assertThat(browser.text()).contains("Names differ only by 有限");
            WebElement why = browser.waitFor(By.cssSelector("[data-dup] .match-why > summary"));
            why.sendKeys(Keys.ENTER);
            browser.waitFor(By.cssSelector("[data-dup] .match-fall .match-SUM"));
            assertThat(browser.all("[data-dup] .match-FOR")).isNotEmpty();
            assertThat(browser.all("[data-dup] .match-AGAINST")).isNotEmpty();
            browser.accessible();
            browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", why);
            browser.snap("match-pair");
        }
    }

    private static void opened(Browser browser, String summary) {
        WebElement why = browser.waitFor(By.cssSelector(summary));
        why.sendKeys(Keys.ENTER);
        WebElement table = browser.waitFor(By.cssSelector(".match-why[open] .match-fall"));
        assertThat(table.getText()).contains("Any two, before they are compared", "−10.0", "Together: match");
    }

    @Test
    void whoever_asks_sees_it_before_he_creates_a_double() {
        lookAlikes();
        Actor requester = people.person(Role.REQUESTER, Office.EAST);
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=zh-CN");
            browser.logIn(requester.login(), People.PASSWORD);
            browser.go("/records/customers/new");
            browser.type("name", name);
            browser.waitFor(By.cssSelector("#ask-looks .match-why > summary")).sendKeys(Keys.ENTER);
            browser.waitFor(By.cssSelector("#ask-looks .match-why[open] .match-fall"));
            assertThat(browser.text()).contains("名称仅差“有限").contains("合计：匹配度");
            browser.accessible();
            browser.snap("match-ask");
        }
    }

    @Test
    void the_page_of_the_model_tells_what_it_weighs_and_what_people_said() {
        UUID pair = lookAlikes();
        pairs.dismiss(pair, "somebody", "two firms", Instant.now());
        lookAlikes(NameMother.trade(5));
        try (Browser browser = steward()) {
            browser.go("/standard");
            browser.clickAndWait(By.linkText("Matching"));
            assertThat(browser.text())
                    .contains("What each field weighs", "Organisations", "Names differ only by legal form")
                    .containsPattern("Of \\d+ pairs that people judged")
                    .contains("What people said, by score");
            browser.accessible("match-model");
            browser.driver().executeScript("document.getElementById('judged-title').scrollIntoView({block: 'start'})");
            browser.snap("match-weights");

            WebElement possible = browser.driver().findElement(By.id("possible"));
            possible.clear();
            browser.leave(() -> possible.sendKeys("99.95", Keys.ENTER));
            assertThat(browser.text()).contains("Give two percentages");
            browser.accessible();
            browser.type("match", "99.9");
            browser.type("possible", "99");
            browser.leave(() -> browser.driver().findElement(By.id("match")).sendKeys(Keys.ENTER));
            assertThat(browser.driver().findElement(By.id("possible")).getDomAttribute("value"))
                    .isEqualTo("99");
            browser.go("/standard/matching?type=products&match=%3Cb%3E");
            assertThat(browser.text()).contains("Give two percentages", "Same name");
            browser.go("/standard/matching?type=nothing");
            assertThat(browser.text()).contains("Organisations");
        }
    }

    private void lookAlikes(String trade) {
        office.customer(fields("name", "上海" + trade + "有限公司"));
        office.customer(fields("name", "上海" + trade + "有限责任公司"));
    }

    private Browser steward() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Browser browser = Browser.at(port);
        browser.go("/login?lang=en");
        browser.logIn(steward.login(), People.PASSWORD);
        return browser;
    }
}
