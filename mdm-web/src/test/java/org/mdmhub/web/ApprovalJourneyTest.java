package org.mdmhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the request to the golden code, as people go it in a browser. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalJourneyTest {

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void newcomers() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        steward = people.person(Role.STEWARD, Office.EAST);
        browser().driver().manage().deleteAllCookies();
        browser().wide();
        browser().go("/login?lang=en");
    }

    private Browser browser() {
        return java.util.Objects.requireNonNull(opened);
    }

    private UUID asked(Object... keysAndValues) {
        return road.ask(AskMother.create(CustomerMother.customerWith(keysAndValues)), requester);
    }

    @Test
    void who_asked_is_told_that_somebody_else_decides() {
        UUID request = asked("phone", "021-55550100");
        logIn(requester);
        browser().go("/inbox?tab=mine");
        assertThat(browser().text()).contains("In review", "Four eyes");
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Four eyes", "steward");
        assertThat(browser().all("#approve, #return")).isEmpty();
        accessible("four-eyes");
    }

    @Test
    void a_steward_approves_and_the_record_has_its_code_and_its_history() {
        UUID request = asked("phone", "021-55550101");
        logIn(steward);
        assertThat(browser().path()).isEqualTo("/");
        browser().go("/inbox");
        accessible("inbox");
        browser().go("/inbox/" + request);
        accessible("request");
        browser().click(By.id("approve"));
        browser().told("Approved and done.");
        String code = office.codeOf(request);
        assertThat(browser().text()).contains("Open " + code);
        browser().snap("approved");
        accessible();
        browser().clickAndWait(By.linkText("Open " + code));
        assertThat(browser().text()).contains(code, "Active", "Name of " + steward.login(), "a new customer");
        accessible("record");
        browser().clickAndWait(By.linkText("中文"));
        assertThat(browser().text()).contains("变更历史", "统一社会信用代码");
        browser().clickAndWait(By.linkText("English"));
        assertThat(browser().text()).contains("History", "Credit code");
    }

    @Test
    void a_request_is_returned_with_the_fields_to_be_mended() {
        UUID request = asked("phone", "021-55550102");
        logIn(steward);
        browser().go("/inbox/" + request);
        browser().click(By.cssSelector("#decide summary"));
        browser().click(By.cssSelector("#decide input[value=phone]"));
        browser().type("return-comment", "The number is not theirs");
        browser().click(By.id("return"));
        browser().told("Returned for change.");
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("The number is not theirs", "To be mended: Phone");
        accessible("returned");
    }

    @Test
    void an_unresolved_double_comes_back_with_a_way_to_say_that_it_is_another_one() {
        var fields = CustomerMother.customer();
        String present = office.customer(fields);
        UUID request = road.ask(AskMother.create(fields), requester);
        logIn(steward);
        browser().go("/inbox/" + request);
        browser().click(By.id("approve"));
        browser().told("It is there already");
        assertThat(browser().text()).contains(present);
        browser().snap("duplicate");
        accessible();
        browser().click(By.cssSelector("input[name=distinctFrom][value=" + present + "]"));
        browser().click(By.id("approve"));
        browser().told("Approved and done.");
    }

    @Test
    void a_change_shows_what_stands_there_now_beside_what_is_proposed() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550103", "contacts", contact("Li")));
        UUID request = office.askedUpdate(
                code, CustomerMother.fields("phone", "021-55550104", "contacts", contact("Wang"), "city", "上海市"));
        logIn(steward);
        browser().go("/inbox/" + request);
        assertThat(browser().all("del")).extracting(mark -> mark.getText()).anyMatch(text -> text.endsWith("3"));
        assertThat(browser().all("ins")).extracting(mark -> mark.getText()).anyMatch(text -> text.contains("Wang"));
        accessible("change");
        browser().click(By.id("approve"));
        browser().told("Approved and done.");
        browser().go("/records/customers/" + code);
        accessible("changed");
    }

    private static List<java.util.Map<String, Object>> contact(String name) {
        return List.of(java.util.Map.of("id", "c1", "name", name, "role", "采购"));
    }

    @Test
    void who_comes_second_is_told_that_somebody_was_faster() {
        UUID request = asked();
        logIn(steward);
        browser().go("/inbox/" + request);
        road.approve(request, null, List.of(), office.lead());
        browser().click(By.id("approve"));
        browser().told("Somebody was faster");
        assertThat(browser().text()).contains("Not in this state");
    }

    @Test
    void names_are_text_and_never_markup() {
        String name = "<script>alert(1)</script> '; -- " + NameMother.trade();
        UUID request = asked("name", name, "website", "<img src=x onerror=alert(2)>");
        office.approved(request);
        logIn(steward);
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains(name, "<img src=x onerror=alert(2)>");
        browser().go("/records/customers/" + office.codeOf(request));
        assertThat(browser().text()).contains(name, "<img src=x onerror=alert(2)>");
        assertThat(browser().all("main script, main img")).isEmpty();
    }

    @Test
    void masters_are_listed_and_found() {
        String code = office.customer(CustomerMother.customer());
        logIn(steward);
        browser().go("/records/customers");
        accessible("customers");
        browser().type("q", code);
        browser().clickAndWait(By.cssSelector(".hub-search button"));
        assertThat(browser().all("tbody tr")).hasSize(1);
        assertThat(browser().text()).contains(code);
        browser().go("/records/customers?q=" + NameMother.trade(9));
        assertThat(browser().text()).contains("Nothing found");
        accessible("nothing-found");
    }

    @Test
    void what_lies_outside_ones_organisations_is_not_there() {
        String code = office.customer();
        logIn(people.person(Role.STEWARD, Office.SOUTH));
        browser().go("/inbox");
        accessible("inbox-empty");
        browser().go("/records/customers/" + code);
        assertThat(browser().text()).contains("Not found").doesNotContain(code);
        accessible("not-found");
    }

    @Test
    void who_lacks_the_right_is_told_so_on_a_page() {
        logIn(people.person(Role.ADMIN, "GROUP"));
        accessible("home-admin");
        browser().go("/inbox");
        assertThat(browser().text()).contains("Not yours to do");
        accessible("forbidden");
    }

    @Test
    void the_way_to_the_approval_works_without_script() {
        UUID request = asked();
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(steward.login(), People.PASSWORD);
            plain.go("/inbox/" + request);
            plain.clickAndWait(By.id("approve"));
            assertThat(plain.text()).contains("Approved and done.", office.codeOf(request));
        }
    }

    @Test
    void a_wrong_password_is_told_and_logging_out_too() {
        accessible("login");
        browser().logIn(steward.login(), "not this one");
        assertThat(browser().text()).contains("Login or password is wrong.");
        accessible("login-wrong");
        logIn(steward);
        browser().logOut();
        assertThat(browser().text()).contains("You are logged out.");
    }

    private void logIn(Actor who) {
        browser().logIn(who.login(), People.PASSWORD);
    }

    private void accessible(String name) {
        browser().accessible(name);
    }

    private void accessible() {
        browser().accessible();
    }
}
