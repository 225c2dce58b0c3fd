package org.mdmhub.web.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A category with attributes: laid down by one lead, approved by another, and a product made under it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CategoryJourneyTest {

    @Autowired
    private People people;

    @Autowired
    private Office office;

    @Autowired
    private Road road;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void fresh() {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private Actor logIn(Role role) {
        Actor who = people.person(role, role == Role.LEAD ? "GROUP" : Office.EAST);
        logInAs(who);
        return who;
    }

    private void logInAs(Actor who) {
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(who.login(), People.PASSWORD);
    }

    private void laid(String code, Map<String, Object> content) {
        UUID id = road.ask(
                Ask.setting("categories", ChangeKind.CREATE, "products/" + code, null, new HashMap<>(content), "新分类"),
                office.lead());
        road.approve(id, null, List.of(), office.lead());
    }

    @Test
    void a_category_is_laid_down_approved_and_a_product_made_under_it() {
        String top = "FASTENER" + NameMother.number();
        String code = "BOLT" + NameMother.number();
        laid(top, Map.of("nameZh", "紧固件", "name", "Fasteners"));
        logIn(Role.LEAD);
        browser().go("/standard/categories/edit?type=products&parent=" + top);
        browser().type("code", code);
        browser().type("nameZh", "六角头螺栓");
        browser().type("name", "Hex bolt");
        row(0, "公称直径", "x_nominal", "NUMBER", "MM");
        row(1, "长度", "x_length", "NUMBER", "MM");
        browser().driver().findElement(By.id("nameTemplate")).sendKeys("{name} M{x_nominal}×{x_length}");
        browser()
                .waitUntil(() -> browser()
                        .driver()
                        .findElement(By.id("preview"))
                        .getText()
                        .contains("六角头螺栓 M["));
        browser().accessible();
        browser().snap("category-edit");
        browser().type("reason", "Bolts need their sizes.");
        browser().clickAndWait(By.id("send"));
        assertThat(browser().text()).contains("To the request");

        logIn(Role.LEAD);
        browser().go("/standard/categories");
        assertThat(browser().text()).doesNotContain(code);
        approve(code);
        browser().go("/standard/categories?key=products/" + code);
        assertThat(browser().text()).contains("x_nominal").contains("Required");
        browser().accessible("category");

        logIn(Role.REQUESTER);
        browser().go("/records/products/new");
        browser().driver().findElement(By.id("category")).sendKeys(code);
        browser().waitFor(By.cssSelector("#combo-list [role=option]"));
        browser().driver().findElement(By.id("category")).sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        browser().waitFor(By.id("x_nominal"));
        assertThat(browser().text()).contains("Nominal").contains("(MM)");
        browser().type("x_nominal", "8");
        browser().type("x_length", "40");
        browser()
                .waitUntil(() -> "六角头螺栓 M8×40"
                        .equals(browser().driver().findElement(By.id("name")).getDomProperty("value")));
        browser().accessible();
        browser().snap("category-product");
        browser().clickAndWait(By.id("send"));
        assertThat(browser().text()).contains("六角头螺栓 M8×40");
    }

    private void approve(String code) {
        UUID request = waiting(code);
        browser().go("/inbox/" + request);
        browser().snap("category-request");
        browser().click(By.id("approve"));
        browser().waitFor(By.className("inbox-told"));
    }

    private UUID waiting(String code) {
        return jdbc.sql("select id from change_request where type = 'categories' and subject = ?")
                .param("products/" + code)
                .query(UUID.class)
                .single();
    }

    private void row(int number, String label, String key, String kind, String unit) {
        named("a" + number + ".labelZh").sendKeys(label);
        named("a" + number + ".label").sendKeys(key.equals("x_nominal") ? "Nominal" : "Length");
        named("a" + number + ".key").sendKeys(key);
        new org.openqa.selenium.support.ui.Select(named("a" + number + ".kind")).selectByValue(kind);
        named("a" + number + ".unit").sendKeys(unit);
        named("a" + number + ".required").click();
    }

    private org.openqa.selenium.WebElement named(String name) {
        return browser().driver().findElement(By.name(name));
    }

    @Test
    void what_is_wrong_is_told_where_it_stands() {
        logIn(Role.LEAD);
        browser().go("/standard/categories/edit");
        browser().type("code", "Q" + NameMother.number());
        browser().type("nameTemplate", "{x_nothing}");
        named("a0.key").sendKeys("X Y");
        browser().type("reason", "try");
        browser().clickAndWait(By.id("send"));
        assertThat(browser().text()).contains("has no value {x_nothing}").contains("is no key");
        browser().accessible();
        browser().snap("category-wrong");
    }

    @Test
    void without_a_script_the_form_shows_the_attributes_after_a_check() {
        String code = "NUT" + NameMother.number();
        laid(
                code,
                Map.of(
                        "nameZh",
                        "六角螺母",
                        "attributes",
                        List.of(Map.of("key", "x_nut_size", "kind", "NUMBER", "labelZh", "规格", "required", true))));
        try (Browser plain = Browser.withoutScript(port)) {
            Actor requester = people.person(Role.REQUESTER, Office.EAST);
            plain.go("/login?lang=zh-CN");
            plain.logIn(requester.login(), People.PASSWORD);
            plain.go("/records/products/new");
            plain.type("name", "螺母" + NameMother.number());
            plain.type("category", code);
            assertThat(plain.all("#x_nut_size")).isEmpty();
            plain.clickAndWait(By.id("check"));
            assertThat(plain.all("#x_nut_size")).hasSize(1);
            assertThat(plain.text()).contains("规格");
        }
    }
}
