package org.mdmhub.web.dormant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.dormant.DormantWork;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A steward is told of records that nobody confirmed, confirms one and asks for the retirement of another. */
@WebTest
class DormantJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @Autowired
    private DormantWork work;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String old(String unit) {
        UUID request =
                road.ask(Ask.create("customers", unit, CustomerMother.customer(), "a test"), office.requester(unit));
        road.approve(request, null, List.of(), office.steward(unit));
        String code = office.codeOf(request);
        office.seeingAll(() -> jdbc.sql("update record set updated_at = now() - interval '400 days' where code = ?")
                .param(code)
                .update());
        return code;
    }

    @Test
    void one_still_holds_and_another_is_to_go() {
        String unit = office.newUnit();
        Actor steward = people.person(Role.STEWARD, unit);
        String holds = old(unit);
        String goes = old(unit);
        work.run();
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(steward.login(), People.PASSWORD);
            assertThat(browser.text()).contains("Records to confirm or to retire: 2");
            browser.go("/notices");
            browser.clickAndWait(By.cssSelector(".notice-open"));
            assertThat(browser.path()).isEqualTo("/dormant");
            browser.accessible("dormant");
            browser.click(By.cssSelector("input[value='customers/" + holds + "']"));
            browser.clickAndWait(By.id("confirm"));
            assertThat(browser.all(".hub-told").get(0).getText()).isEqualTo("Confirmed: 1");
            assertThat(browser.text()).doesNotContain(holds).contains(goes);
            browser.click(By.cssSelector("input[value='customers/" + goes + "']"));
            browser.clickAndWait(By.id("retire"));
            assertThat(browser.all(".hub-told").get(0).getText()).isEqualTo("Asked for retirement: 1");
            assertThat(browser.text()).contains("There is nothing to confirm");
            browser.accessible("dormant-none");
            browser.go("/inbox?tab=mine");
            assertThat(browser.text()).contains(goes);
        }
    }
}
