package org.mdmhub.web.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.matching.LearnedModels;
import org.mdmhub.matching.ModelLearning;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead lets the hub learn, reads what would change, and asks for it. */
@WebTest
class LearnedJourneyTest {

    private static final String TYPE = "customers";

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private LearnedModels learned;

    @LocalServerPort
    private int port;

    @BeforeEach
    void enough() {
        for (int number = 0; number < ModelLearning.FEWEST; number++) {
            office.customer(fields("name", "上海" + NameMother.trade(4) + (number % 4 > 0 ? "机械有限公司" : "机械厂")));
        }
        String name = "上海" + NameMother.trade(5) + "机械";
        office.customer(fields("name", name + "有限公司", "phone", "+862155501234"));
        office.customer(fields("name", name + "有限责任公司", "phone", "+862155501234"));
    }

    @Test
    void a_lead_learns_reads_what_would_change_and_asks_for_it() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard/matching?type=customers");
            assertThat(browser.text()).contains("The shipped weights hold").doesNotContain("By chance (u)");
            browser.clickAndWait(By.id("learn"));
            int number = Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> learned.of(TYPE), LearnedJourneyTest::isReady)
                    .get(0)
                    .number();
            browser.go("/standard/matching?type=customers");
            assertThat(browser.text()).contains("The last run has ended", "Learned model " + number, "Ready");
            browser.accessible("match-learn");
            browser.clickAndWait(By.linkText("Learned model " + number));
            assertThat(browser.text())
                    .contains("What it would change", "pairs stay shown", "Precision, estimated")
                    .contains("What each field weighs", "Of the same (m)", "By chance (u)");
            browser.accessible("match-learned");

            browser.type("possible", "120");
            browser.type("reason", "learned from our own customers");
            browser.clickAndWait(By.cssSelector(".match-ask .btn-primary"));
            assertThat(browser.text()).contains("A score from 0.05 to 0.99");
            browser.accessible();
            browser.type("possible", "55");
            browser.clickAndWait(By.cssSelector(".match-ask .btn-primary"));
            assertThat(browser.path()).startsWith("/inbox/");
            assertThat(browser.text()).contains("Learned model", "0.55", "learned from our own customers");
            browser.accessible("match-asked");
        }
    }

    private static boolean isReady(List<LearnedModels.Head> models) {
        return !models.isEmpty() && models.get(0).state() == LearnedModels.State.READY;
    }
}
