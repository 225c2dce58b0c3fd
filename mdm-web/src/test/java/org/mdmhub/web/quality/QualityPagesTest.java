package org.mdmhub.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.quality.review.QualityFigures;
import org.mdmhub.quality.review.Reviews;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is found about the records, seen by who may see them. */
@WebTest
class QualityPagesTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private QualityFigures figures;

    @Autowired
    private Reviews reviews;

    @LocalServerPort
    private int port;

    @Test
    void a_finding_is_counted_from_the_write_on_and_only_for_its_organisation() {
        String code = doubtful();
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Actor south = people.person(Role.STEWARD, Office.SOUTH);
        var asked = new QualityFigures.Asked("products", "unit", null, null);

        assertThat(office.seeingAs(steward, () -> figures.page(asked, 0, 10_000)))
                .anySatisfy(found -> assertThat(found.recordCode()).isEqualTo(code));
        assertThat(office.seeingAs(south, () -> figures.counts(asked))).isEmpty();
        assertThat(office.seeingAs(south, () -> figures.page(asked, 0, 10))).isEmpty();
    }

    /** A product in a unit that the hub does not know has a warning. */
    private String doubtful() {
        return office.product(org.mdmhub.mother.CustomerMother.fields(
                "name", "阀门 " + org.mdmhub.mother.NameMother.number(), "baseUnit", "FURLONG"));
    }

    @Test
    void a_lead_reviews_all_and_goes_from_a_finding_to_its_record() {
        String code = doubtful();
        office.customer(customerWith("phone", "+8613800138000"));
        Actor lead = people.person(Role.LEAD, "GROUP");
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/quality?type=products");
            browser.clickAndWait(By.cssSelector("form[action='/quality/review'] button"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> reviews.last("products")
                            .filter(job -> !job.state().open())
                            .isPresent());
            browser.go("/quality?type=products");
            assertThat(browser.text()).contains("Open findings", "Unknown unit", code);
            browser.accessible("quality");
            browser.go("/quality/fields?type=products");
            assertThat(browser.text()).contains("100.0 %");
            browser.accessible("quality-fields");
            browser.go("/quality?type=products&rule=unit");
            browser.clickAndWait(By.linkText(code));
            assertThat(browser.path()).endsWith("/records/products/" + code);
        }
    }
}
