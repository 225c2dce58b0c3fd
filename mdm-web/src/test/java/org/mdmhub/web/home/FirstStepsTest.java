package org.mdmhub.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
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
import org.springframework.test.context.TestPropertySource;

/** The guide ticks off what has happened. */
@WebTest
@TestPropertySource(properties = "mdm.first-steps=true")
class FirstStepsTest {

    @Autowired
    private FirstSteps guide;

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

    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

    @BeforeEach
    void newcomers() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        steward = people.person(Role.STEWARD, Office.EAST);
    }

    private UUID asked() {
        return road.ask(AskMother.create(CustomerMother.customer()), requester);
    }

    private List<String> done(Actor reader) {
        return guide.view(reader).orElseThrow().steps().stream()
                .filter(FirstSteps.Step::done)
                .map(FirstSteps.Step::key)
                .toList();
    }

    private static List<String> next(FirstSteps.View view) {
        return view.steps().stream()
                .filter(FirstSteps.Step::next)
                .map(FirstSteps.Step::key)
                .toList();
    }

    @Test
    void who_has_done_nothing_begins_with_asking() {
        assertThat(done(requester)).isEmpty();
        assertThat(next(guide.view(requester).orElseThrow())).containsExactly("ask");
    }

    @Test
    void the_steps_follow_what_happens() {
        UUID request = asked();
        assertThat(done(requester)).containsExactly("ask");
        road.approve(request, null, List.of(), steward);
        assertThat(done(requester)).containsExactly("ask", "approve");
        assertThat(done(steward)).containsExactly("ask", "approve");
        lane(office.id(office.codeOf(request)));
        assertThat(guide.look("code", requester)).contains(office.codeOf(request));
        assertThat(guide.look("history", requester)).isPresent();
        assertThat(done(requester)).containsExactly("ask", "approve", "code", "delivery", "history");
        assertThat(guide.view(requester).orElseThrow().finished()).isTrue();
    }

    private void lane(long record) {
        jdbc.sql("insert into target (name, connector, mode, types, address) values"
                        + " ('crm', 'salesforce', 'OFF', '[]', 'http://localhost/') on conflict do nothing")
                .update();
        jdbc.sql("insert into lane (target, record_id, type, wanted_version, delivered_version, state,"
                        + " next_attempt_at, wanted_since) values ('crm', ?, 'customers', 1, 1, 'DELIVERED', now(), now())"
                        + " on conflict (target, record_id) do update set delivered_version = 1")
                .param(record)
                .update();
    }

    @Test
    void what_somebody_asked_leads_his_steward_to_it() {
        UUID request = asked();
        FirstSteps.View view = guide.view(steward).orElseThrow();
        assertThat(next(view)).containsExactly("approve");
        assertThat(view.steps().get(1).href()).isEqualTo("/inbox/" + request);
    }

    @Test
    void who_neither_asks_nor_decides_is_not_guided() {
        assertThat(guide.view(people.person(Role.AUDITOR, "GROUP"))).isEmpty();
    }

    @Test
    void it_is_put_away_and_brought_back() {
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(requester.login(), People.PASSWORD);
            assertThat(browser.text()).contains("The first five minutes");
            browser.photograph("home-guide");
            HomeJourneyTest.accessible(browser);
            browser.clickAndWait(By.cssSelector("#steps form button"));
            assertThat(browser.text()).doesNotContain("Ask for a customer\nA name is enough");
            browser.clickAndWait(By.cssSelector("form.home-foot button"));
            assertThat(browser.text()).contains("The first five minutes");
        }
    }
}
