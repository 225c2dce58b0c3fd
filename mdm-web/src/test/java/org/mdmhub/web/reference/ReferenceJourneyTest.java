package org.mdmhub.web.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.TestTargets;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Code tables in a browser: looked at, loaded, mapped, and chosen from. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceJourneyTest {

    @Autowired
    private People people;

    @Autowired
    private TestTargets targets;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private String crm = "";

    @BeforeAll
    void open() {
        opened = Browser.at(port);
        crm = targets.shadow("CRM");
    }

    @AfterAll
    void close() {
        browser().close();
        targets.off(crm);
    }

    @BeforeEach
    void fresh() {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private void logIn(Role role) {
        Actor who = people.person(role, role == Role.REQUESTER ? "CN-EAST" : "GROUP");
        browser().logIn(who.login(), People.PASSWORD);
    }

    @Test
    void everybody_reads_the_tables_and_finds_by_initials() {
        logIn(Role.REQUESTER);
        browser().go("/standard/reference");
        browser().accessible("reference-tables");
        browser().clickAndWait(By.linkText("Divisions of China"));
        browser().type("q", "szs");
        browser().leave(() -> browser().driver().findElement(By.id("q")).sendKeys(Keys.ENTER));
        assertThat(browser().text()).contains("苏州市").doesNotContain("Load from a sheet");
        browser().go("/standard/reference/divisions?parent=320000");
        browser().accessible("reference-divisions");
    }

    @Test
    void a_lead_tries_a_sheet_in_gb18030_and_loads_it(@TempDir Path folder) throws IOException {
        logIn(Role.LEAD);
        String code = "G" + NameMother.number();
        Path file = folder.resolve("groups.csv");
        Files.write(file, ("代码,名称,英文名称\n" + code + ",代理商,Agent\n").getBytes(Charset.forName("GB18030")));
        browser().go("/standard/reference/customerGroups");
        browser().driver().findElement(By.id("load-file")).sendKeys(file.toString());
        browser().clickAndWait(By.id("load-try"));
        assertThat(browser().text()).contains("1 new").contains("代理商");
        browser().accessible();
        browser().snap("reference-tried");
        browser().clickAndWait(By.id("load-apply"));
        assertThat(browser().all(".hub-told").get(0).getText()).contains("1 new");
        assertThat(browser().text()).contains(code);
    }

    @Test
    void what_is_wrong_with_a_sheet_is_told_line_by_line() {
        logIn(Role.LEAD);
        browser().go("/standard/reference/paymentTerms");
        browser().accessible("reference-load");
        browser().type("load-text", "code,nameZh,validFrom\nNET30,,2026-99-01\n,空,\n");
        browser().clickAndWait(By.id("load-apply"));
        assertThat(browser().text()).contains("Line 2").contains("Line 3");
        browser().accessible();
        browser().snap("reference-wrong");
    }

    @Test
    void an_integrator_says_what_a_target_calls_the_entries() {
        logIn(Role.INTEGRATOR);
        browser().go("/standard/reference/units");
        browser().click(By.cssSelector("#to-" + crm + " summary"));
        browser().type("map-" + crm + "-text", "code,value\nPCS,ea\nKG,kg\n");
        browser().clickAndWait(By.id("map-" + crm + "-apply"));
        assertThat(browser().text()).contains(crm.toUpperCase(java.util.Locale.ROOT) + ": 2 values");
        browser().click(By.cssSelector("#to-" + crm + " summary"));
        browser().accessible();
        browser().snap("reference-mapping");
    }

    @Test
    void a_division_is_chosen_by_its_initials_with_the_keyboard() {
        logIn(Role.REQUESTER);
        browser().go("/records/customers/new");
        assertThat(value("country")).isEqualTo("CN China");
        choose("province", "js");
        assertThat(value("province")).isEqualTo("江苏省");
        choose("city", "sz");
        assertThat(value("city")).isEqualTo("苏州市");
        WebElement district = browser().driver().findElement(By.id("district"));
        district.sendKeys("w");
        browser().waitFor(By.cssSelector("#combo-list [role=option]"));
        browser().accessible();
        browser().snap("reference-combo");
        district.sendKeys(Keys.ESCAPE);
        assertThat(district.getAttribute("aria-expanded")).isEqualTo("false");
    }

    private void choose(String field, String initials) {
        WebElement input = browser().driver().findElement(By.id(field));
        input.sendKeys(initials);
        browser().waitFor(By.cssSelector("#combo-list [role=option]"));
        browser().waitUntil(() -> "true".equals(input.getAttribute("aria-expanded")));
        input.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    }

    private String value(String field) {
        return String.valueOf(browser().driver().findElement(By.id(field)).getDomProperty("value"));
    }

    @Test
    void without_a_script_a_name_is_understood_as_it_is_typed() {
        try (Browser plain = Browser.withoutScript(port)) {
            Actor requester = people.person(Role.REQUESTER, "CN-EAST");
            plain.go("/login?lang=zh-CN");
            plain.logIn(requester.login(), People.PASSWORD);
            plain.go("/records/customers/new");
            plain.type("name", NameMother.company());
            plain.type("country", "中国");
            plain.type("province", "江苏");
            plain.type("city", "苏州");
            plain.clickAndWait(By.id("check"));
            assertThat(plain.text()).contains("江苏省").contains("苏州市");
            plain.clickAndWait(By.id("save"));
            assertThat(plain.driver().findElement(By.id("province")).getDomProperty("value"))
                    .isEqualTo("江苏省");
        }
    }
}
