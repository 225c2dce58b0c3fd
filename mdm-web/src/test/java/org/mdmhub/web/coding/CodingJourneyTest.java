package org.mdmhub.web.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead defines a scheme, another one approves it, records are born under it; and the ERP's codes are adopted. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodingJourneyTest {

    private static final int BUDGET = 8;

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private Organisations organisations;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor lead = new Actor("nobody", Map.of());
    private Actor lead2 = lead;
    private String unit = "";
    private String mark = "";

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @BeforeEach
    void an_organisation_of_ones_own() {
        String letters = Long.toString(NameMother.number() % 46_656, 36).toUpperCase(Locale.ROOT);
        mark = "J" + "0".repeat(3 - letters.length()) + letters;
        unit = "J-" + mark;
        ChangeReason.setUp("a test needs it").during(() -> {
            organisations.add(new OrgUnit(unit, "Branch " + mark, "分部 " + mark, organisations.top()));
        });
        lead = people.person(Role.LEAD, "GROUP");
        lead2 = people.person(Role.LEAD, "GROUP");
        browser().wide();
        logIn(lead);
    }

    private void logIn(Actor actor) {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(actor.login(), People.PASSWORD);
    }

    @Test
    void a_scheme_is_defined_shows_its_next_codes_is_approved_and_makes_codes() {
        browser().go("/standard/coding");
        assertThat(browser().text()).contains("Customers", "Products", "left");
        browser().accessible("coding-list");
        browser().clickAndWait(By.cssSelector("main .btn-primary"));
        new Select(browser().driver().findElement(By.id("unit"))).selectByValue(unit);
        browser().click(By.id("ready-year"));
        browser().waitFor(By.id("zone-1"));
        browser().type("value-0", mark);
        browser().told(mark + java.time.Year.now(java.time.ZoneId.of("Asia/Shanghai")) + "-00001");
        browser().type("reason", "the branch prints its codes on labels");
        browser().snap("coding-builder-new");
        browser().accessible();
        browser().clickAndWait(By.id("send"));
        assertThat(browser().driver().getPageSource()).contains("Another lead approves it.");

        UUID request = newest();
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Four eyes");
        logIn(lead2);
        browser().go("/inbox/" + request);
        browser().snap("coding-request");
        browser().click(By.id("approve"));
        browser().told("Approved and done.");
        browser().go("/standard/coding-schemes?key=customers.." + unit);
        assertThat(browser().text()).contains("Holds", lead.login(), "prints its codes on labels");
        browser().accessible("coding-builder");

        String code = created(null);
        assertThat(code).startsWith(mark).contains("-00001");
        browser()
                .go("/standard/codes?type=customers&q="
                        + code.toLowerCase(Locale.ROOT).replace("-", ""));
        assertThat(browser().text()).contains(code, "Issued", "Made by a counter", "The record today");
        browser().accessible("coding-found");
        browser().go("/standard/codes");
        browser().accessible("coding-ledger");
        browser().go("/standard/codes/gaps");
        assertThat(browser().text()).contains("0 unexplained");
        browser().accessible("coding-gaps");
    }

    @Test
    void the_codes_of_the_erp_are_adopted_and_who_is_born_here_gets_one_of_the_scheme() {
        browser().go("/standard/coding-schemes?type=customers");
        new Select(browser().driver().findElement(By.id("unit"))).selectByValue(unit);
        browser().type("value-0", mark);
        browser().click(By.cssSelector(".coding-more > summary"));
        new Select(browser().driver().findElement(By.id("adopt"))).selectByValue("erp");
        browser().told("Adopting the codes of erp");
        browser().type("reason", "their codes are on the drawings");
        browser().snap("coding-adopt");
        browser().accessible();
        browser().clickAndWait(By.id("send"));
        road.approve(newest(), null, List.of(), lead2);

        String key = "E" + mark + "7";
        assertThat(created(new Ask.Source("erp", key))).isEqualTo(key);
        assertThat(created(null)).startsWith(mark);
        browser().go("/standard/codes?type=customers&q=" + key);
        assertThat(browser().text()).contains("Adopted from another system");
    }

    @Test
    void a_usual_scheme_costs_at_most_eight_interactions() {
        browser().go("/standard/coding");
        Interactions hands = new Interactions(browser());
        hands.clickAway(By.cssSelector("main a[href='/standard/coding-schemes?key=customers']"));
        hands.click(By.id("ready-year"));
        browser().waitFor(By.id("zone-1"));
        hands.click(By.id("reason"));
        hands.type("the year is wanted in the code");
        hands.clickAway(By.id("send"));

        assertThat(browser().path()).isEqualTo("/standard/coding");
        assertThat(hands.count()).isLessThanOrEqualTo(BUDGET);
        browser().go("/standard/coding");
        assertThat(browser().text()).contains("Waits for approval");
        road.withdraw(newest(), lead);
    }

    @Test
    void what_cannot_be_a_scheme_is_told_at_its_place_and_nothing_typed_is_lost() {
        browser().go("/standard/coding-schemes?type=products");
        new Select(browser().driver().findElement(By.id("unit"))).selectByValue(unit);
        browser().type("length-1", "40");
        browser().type("reason", "a wish");
        browser().clickAndWait(By.id("send"));

        assertThat(browser().text()).contains("A number from 1 to 18", "Please look at these fields");
        assertThat(browser().driver().findElement(By.id("length-1")).getDomProperty("value"))
                .isEqualTo("40");
        browser().snap("coding-wrong");
        browser().accessible();
    }

    @Test
    void segments_are_moved_and_tried_without_javascript_too() {
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(lead.login(), People.PASSWORD);
            plain.go("/standard/coding-schemes?key=customers");
            plain.clickAndWait(By.id("add"));
            assertThat(plain.all(".coding-segment")).hasSize(4);
            plain.type("value-2", "X");
            plain.clickAndWait(By.id("up-2"));
            assertThat(plain.driver().findElement(By.id("value-1")).getDomProperty("value"))
                    .isEqualTo("X");
            plain.clickAndWait(By.id("try"));
            assertThat(plain.text()).contains("Tried on", "CX0");
            plain.clickAndWait(By.id("drop-1"));
            assertThat(plain.all(".coding-segment")).hasSize(3);
        }
        browser().go("/standard/coding-schemes?key=customers");
        browser().click(By.id("try"));
        browser().told("Tried on");
        browser().snap("coding-tried");
        browser().accessible();
    }

    private UUID newest() {
        return jdbc.sql("select id from change_request where requested_by = ? order by id desc limit 1")
                .param(lead.login())
                .query(UUID.class)
                .single();
    }

    private String created(Ask.@Nullable Source source) {
        Ask ask = new Ask(
                "customers",
                ChangeKind.CREATE,
                null,
                null,
                unit,
                CustomerMother.customer(),
                null,
                "NEW_BUSINESS",
                "a new customer",
                null,
                source,
                true);
        UUID id = road.ask(ask, lead);
        road.approve(id, null, List.of(), lead2);
        return office.codeOf(id);
    }
}
