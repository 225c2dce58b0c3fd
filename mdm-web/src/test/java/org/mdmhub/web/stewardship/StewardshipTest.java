package org.mdmhub.web.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lead's page counts what lies in the reader's organisations, and each number leads to what it counts. */
@WebTest
class StewardshipTest {

    private static final Asked MONTH = new Asked(Period.MONTH, null, null);

    @Autowired
    private Desk desk;

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void what_a_person_decided_is_counted_with_his_time_and_what_was_to_be_mended() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        UUID one = waiting();
        UUID two = waiting();
        road.approve(one, null, List.of(), steward);
        road.sendBack(two, "please mend", List.of("website"), steward);
        jdbc.sql("update step_time set worked_seconds = 7200 where decided_by = ?")
                .param(steward.login())
                .update();
        desk.forget();

        Desk.View view = desk.view(MONTH, steward);

        assertThat(view.people())
                .filteredOn(person -> person.key().equals(steward.login()))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.done()).isEqualTo(2);
                    assertThat(person.returned()).isEqualTo(1);
                    assertThat(person.median()).isEqualTo(7200);
                });
        assertThat(view.fields()).anyMatch(field -> field.key().equals("website"));
        assertThat(desk.lines(MONTH, Behind.What.RETURNED, null, steward.login(), "website", steward))
                .singleElement()
                .satisfies(line -> assertThat(line.request()).isEqualTo(two));
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        UUID id = waiting();
        Actor south = people.person(Role.STEWARD, Office.SOUTH);
        Asked east = new Asked(Period.MONTH, Office.EAST, null);

        assertThat(desk.view(east, south).open()).isZero();
        assertThat(desk.lines(MONTH, Behind.What.OPEN, null, null, null, south))
                .noneMatch(line -> line.request().equals(id));
    }

    @Test
    void a_lead_goes_from_a_number_to_the_requests_behind_it() {
        UUID id = waiting();
        jdbc.sql("update step_time set due_at = ? where request_id = ?")
                .params(java.time.Instant.now().minusSeconds(7200).atOffset(ZoneOffset.UTC), id)
                .update();
        office.approved(waiting());
        desk.forget();
        Actor lead = people.person(Role.LEAD, "GROUP");
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=zh-CN");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/stewardship");
            browser.accessible("stewardship");
            browser.go("/stewardship?period=quarter&lang=en");
            browser.photograph("stewardship-quarter");
            browser.clickAndWait(By.cssSelector(".lead-bad"));
            assertThat(browser.text()).contains(office.request(id).number(), "Late since");
            browser.accessible("stewardship-late");
        }
    }

    private UUID waiting() {
        return road.ask(AskMother.update(office.customer(), 1, fields("website", "one.example")), office.requester());
    }
}
