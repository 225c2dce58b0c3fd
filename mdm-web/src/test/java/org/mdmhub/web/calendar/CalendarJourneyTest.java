package org.mdmhub.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead lays down a calendar and a freeze; another lead approves them. */
@WebTest
class CalendarJourneyTest {

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void a_calendar_is_written_mended_and_approved() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        Actor other = people.person(Role.LEAD, "GROUP");
        String name = "Nights " + NameMother.number();
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=zh-CN");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard/calendars?key=standard&year=2026");
            assertThat(browser.text()).contains("2026 年", "休");
            browser.accessible("calendar-year");
            browser.go("/standard/calendars?lang=en");
            browser.accessible("calendar-list");
            browser.go("/standard/calendars/edit");
            browser.type("name", name);
            browser.type("nameZh", "夜班日历");
            browser.type("hours", "25:00-26:00");
            browser.type("exceptions", "2027-01-01,2027-01-03,no,New year");
            browser.clickAndWait(By.cssSelector("[data-send]"));
            assertThat(browser.text()).contains("These are no working hours");
            browser.snap("calendar-wrong");
            browser.accessible();
            browser.type("hours", "20:00-24:00");
            browser.clickAndWait(By.cssSelector("[data-send]"));
            assertThat(browser.path()).startsWith("/inbox/");
            String request = browser.path().substring("/inbox/".length());
            browser.photograph("calendar-asked");

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go("/inbox/" + request);
            browser.click(By.id("approve"));
            browser.told("Approved");
            browser.go("/standard/calendars");
            browser.clickAndWait(By.linkText(name));
            assertThat(browser.text()).contains("20:00-24:00", "2027");
        }
    }

    @Test
    void a_freeze_is_written_and_its_next_windows_are_shown() {
        Actor lead = people.person(Role.LEAD, "GROUP");
        Actor other = people.person(Role.LEAD, "GROUP");
        String name = "Month end " + NameMother.number();
        try (Browser browser = Browser.at(port)) {
            browser.go("/login?lang=en");
            browser.logIn(lead.login(), People.PASSWORD);
            browser.go("/standard/freezes/edit");
            browser.accessible("freeze-form");
            browser.type("name", name);
            browser.type("nameZh", "月末冻结");
            new Select(browser.driver().findElement(By.id("window"))).selectByValue("DATES");
            browser.type("from", "2046-12-31 18:00");
            browser.type("to", "2047-01-02 09:00");
            browser.clickAndWait(By.cssSelector("[data-send]"));
            assertThat(browser.text()).contains("Field groups");
            browser.click(By.id("groups-customers-credit"));
            browser.clickAndWait(By.cssSelector("[data-send]"));
            String request = browser.path().substring("/inbox/".length());

            browser.logOut();
            browser.go("/login?lang=en");
            browser.logIn(other.login(), People.PASSWORD);
            browser.go("/inbox/" + request);
            browser.click(By.id("approve"));
            browser.told("Approved");
            browser.go("/standard/freezes");
            browser.accessible("freeze-list");
            browser.clickAndWait(By.linkText(name));
            assertThat(browser.text()).contains("2046-12-31 18:00", "2047-01-02 09:00");
            browser.accessible("freeze-one");
        }
    }
}
