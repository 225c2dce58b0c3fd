package org.mdmhub.web.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A steward at the queue of look-alikes, by key; each job has a budget of keys. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private DuplicatePairs pairs;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;
    private Actor steward = new Actor("nobody", Map.of());
    private String trade = "";

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    @BeforeEach
    void newcomer() {
        steward = people.person(Role.STEWARD, Office.EAST);
        trade = NameMother.trade(5);
        browser().wide();
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(steward.login(), People.PASSWORD);
    }

    private String firm(String form, Object... beside) {
        Map<String, @Nullable Object> all = fields(beside);
        all.put("name", "上海" + trade + form);
        return office.customer(all);
    }

    private boolean isOpen(String one, String other) {
        return pairs.find(office.id(one), office.id(other)).isPresent();
    }

    private void queue() {
        browser().go("/duplicates?q=" + trade);
        ready();
    }

    /** The page hears keys once it has marked where one is. */
    private void ready() {
        browser().waitFor(By.cssSelector("[data-dup][aria-current]"));
    }

    @Test
    void a_clean_pair_is_one_key_away_from_the_merge_screen() {
        String one = firm("有限公司", "phone", "+862161234567", "city", "上海市");
        String other = firm("有限责任公司", "phone", "+862161234567", "city", "苏州市");
        queue();
        assertThat(browser().text()).contains("Names differ only by 有限", one, other, "苏州市");
        browser().accessible("duplicates");
        Interactions hand = new Interactions(browser());

        hand.pressAway("m");

        assertThat(hand.count() - hand.loads()).isOne();
        assertThat(browser().driver().getCurrentUrl())
                .contains("/merges/new?type=customers&codes=")
                .contains(one)
                .contains(other);
    }

    @Test
    void not_a_duplicate_takes_a_key_and_enter_and_is_taken_back_by_one() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        queue();
        Interactions hand = new Interactions(browser());
        hand.press("d");
        browser().waitFor(By.cssSelector("[data-dup-deed=d][open] input[name=reason]"));
        browser().accessible();
        browser().snap("duplicates-dismiss");
        browser().wide();
        hand.pressAway(Keys.ENTER);

        assertThat(hand.count() - hand.loads()).isEqualTo(2);
        assertThat(isOpen(one, other)).isFalse();
        assertThat(reasons()).containsExactly("Different companies");
        assertThat(browser().text()).contains("You decided on 1 pair ", "No such pair");
        browser().accessible();

        hand.pressAway("z");
        assertThat(isOpen(one, other)).isTrue();
        assertThat(browser().text()).contains("Names differ only by");
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from duplicate_pair where decided_by = ?")
                .param(steward.login())
                .query(String.class)
                .list();
    }

    @Test
    void a_group_is_one_row_and_is_decided_in_one_go_or_loses_one_record() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        String third = firm("股份有限公司");
        queue();
        assertThat(browser().all("[data-dup]")).hasSize(1);
        assertThat(browser().text()).contains("3 records");
        browser().accessible("duplicates-group");

        browser().clickAndWait(By.xpath("//tr[contains(., '" + third + "')]//button[text()='Take out']"));
        assertThat(isOpen(one, other)).isTrue();
        assertThat(isOpen(one, third)).isFalse();
        ready();
        browser().leave(() -> new Interactions(browser()).press("z"));
        ready();
        assertThat(isOpen(one, third)).isTrue();

        Interactions hand = new Interactions(browser());
        hand.press("d");
        hand.pressAway(Keys.ENTER);
        assertThat(isOpen(one, other) || isOpen(one, third) || isOpen(other, third))
                .isFalse();
        assertThat(hand.count() - hand.loads()).isEqualTo(2);
    }

    @Test
    void a_link_takes_two_keys_and_asks_for_the_relation() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        queue();
        Interactions hand = new Interactions(browser());
        hand.press("l");
        browser().waitFor(By.cssSelector("[data-dup-deed=l][open] [data-dup-digit='9']"));
        browser().accessible();
        browser().snap("duplicates-link");
        browser().wide();
        hand.pressAway("9");

        assertThat(hand.count() - hand.loads()).isEqualTo(2);
        assertThat(isOpen(one, other)).isFalse();
        assertThat(browser().driver().findElement(By.tagName("body")).getText())
                .contains("Asked for: ", one, other, " are related parties. The pair has left the queue.");
        assertThat(jdbc.sql("select status from change_request where requested_by = ?")
                        .param(steward.login())
                        .query(String.class)
                        .list())
                .containsExactly("IN_REVIEW");
        hand.pressAway("z");
        assertThat(isOpen(one, other)).isTrue();
    }

    @Test
    void rows_that_were_selected_are_put_together_or_decided_together() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        trade = NameMother.trade(5);
        String far = firm("有限公司");
        String away = firm("有限责任公司");
        browser().go("/duplicates?type=customers&q=" + trade);
        Interactions hand = new Interactions(browser());
        hand.press("x");
        assertThat(browser().driver().findElement(By.className("dup-count")).getText())
                .isEqualTo("1 selected");
        browser().accessible();
        hand.press("d");
        hand.pressAway(Keys.ENTER);
        assertThat(isOpen(far, away)).isFalse();
        assertThat(isOpen(one, other)).isTrue();
        hand.pressAway("z");
        hand.press("x");
        hand.pressAway("m");
        assertThat(browser().driver().getCurrentUrl()).contains("/merges/new?type=customers", far, away);
    }

    @Test
    void keys_walk_and_are_silent_while_an_input_method_composes() {
        firm("有限公司");
        firm("有限责任公司");
        queue();
        Interactions hand = new Interactions(browser());
        hand.press("j");
        assertThat(browser().driver().switchTo().activeElement().getDomAttribute("data-dup-merge"))
                .isNotNull();
        browser()
                .driver()
                .executeScript("document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, "
                        + "isComposing: true, key: 'm'}))");
        assertThat(browser().path()).isEqualTo("/duplicates");
        hand.press("?");
        browser()
                .waitUntil(() -> browser().all("dialog[open] kbd").stream()
                        .anyMatch(key -> key.getText().equals("l")));
        assertThat(browser().all("dialog[open] kbd"))
                .extracting(key -> key.getText())
                .contains("j", "k", "x", "m", "d", "l");
    }

    @Test
    void the_inbox_leads_to_the_same_decisions() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        browser().go("/inbox?tab=duplicates&type=customers");
        assertThat(browser().all(".inbox-list [data-dup]")).isNotEmpty();
        browser().accessible("inbox-duplicates");
        browser().go("/inbox?tab=duplicates&type=customers&q=" + trade);
        browser().click(By.xpath("//li[contains(., '" + one + "')]//summary[text()='Not a duplicate']"));
        new Interactions(browser()).pressAway(Keys.ENTER);
        assertThat(browser().path()).isEqualTo("/inbox");
        assertThat(isOpen(one, other)).isFalse();
    }

    @Test
    void it_works_without_script() {
        String one = firm("有限公司");
        String other = firm("有限责任公司");
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(steward.login(), People.PASSWORD);
            plain.go("/duplicates?by=value&outcome=POSSIBLE&least=50&unit=" + Office.EAST + "&q=" + trade);
            plain.driver()
                    .findElement(By.cssSelector("[data-dup-deed=d] summary"))
                    .click();
            plain.driver()
                    .findElement(By.cssSelector("[data-dup-deed=d] button"))
                    .click();
            plain.waitFor(By.className("dup-last"));
            assertThat(isOpen(one, other)).isFalse();
        }
        browser().go("/duplicates?type=nothing&outcome=x&least=-4&unit=no&by=no");
        assertThat(browser().text()).contains("No such pair");
    }
}
