package org.mdmhub.web.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Choosing what becomes of several records, looking at it, and what happens when they move meanwhile. */
class MergeJourneyTest extends AtTheMerge {

    private void pick(String field, String code) {
        browser().click(By.id("pick-" + field + "-" + code));
    }

    @Test
    void what_the_survivor_will_be_follows_each_choice() {
        String one = customer("phone", "021-55550811", "contacts", List.of(Map.of("name", "张三")));
        String other = customer(
                "phone", "021-55550812", "website", "https://b.example", "contacts", List.of(Map.of("name", "李四")));
        opened(one, other);
        assertThat(willBe("website")).isEqualTo("https://b.example");
        assertThat(why("website")).contains("only one has it");
        pick("phone", one);
        browser().waitUntil(() -> willBe("phone").contains("50811"));
        pick("phone", other);
        browser().waitUntil(() -> willBe("phone").contains("50812"));
        assertThat(why("phone")).contains("picked");
        browser().accessible("merge-two");
        opened(one, other);
        new Interactions(browser()).press("0");
        new Interactions(browser()).type("自填名称有限公司");
        new Interactions(browser()).press(Keys.ENTER);
        browser().waitUntil(() -> willBe("name").equals("自填名称有限公司"));
        assertThat(why("name")).isEqualTo("typed");
        browser().click(By.cssSelector("#list-contacts .merge-items > li:last-child input[type=checkbox]"));
        browser()
                .waitUntil(() ->
                        browser().all("#list-contacts h2").get(0).getText().contains("1 of 2 taken"));
        browser().leave(() -> browser().click(By.id("merge-ask")));
        assertThat(office.approved(asked(one).id())).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(one).text("name")).isEqualTo("自填名称有限公司");
        assertThat(office.values(one).list("contacts"))
                .extracting(item -> item.get("name"))
                .containsExactly("张三");
    }

    @Test
    void a_digit_with_shift_takes_a_record_whole_and_another_may_stay() {
        String one = customer("phone", "021-55550813", "email", "a@whole.example");
        String other = customer("phone", "021-55550814", "email", "b@whole.example");
        String third = customer("phone", "021-55550815");
        opened(one, other, third);
        browser().click(By.id("survivor-" + third));
        browser().waitUntil(() -> browser().all(".merge-will").get(0).getText().equals(third));
        new Interactions(browser()).press(Keys.SHIFT, "2");
        browser()
                .waitUntil(() ->
                        willBe("phone").contains("50814") && willBe("email").equals("b@whole.example"));
        browser().accessible();
        browser().leave(() -> browser().click(By.id("merge-ask")));
        office.approved(asked(third).id());
        assertThat(office.values(third).text("email")).isEqualTo("b@whole.example");
    }

    @Test
    void a_value_that_is_wrong_is_told_at_its_field() {
        String one = customer("creditLimit", 1000);
        String other = customer("creditLimit", 2000);
        opened(one, other);
        browser().click(By.id("value-creditLimit"));
        new Interactions(browser()).type("a lot");
        new Interactions(browser()).press(Keys.ENTER);
        browser().waitFor(By.id("wrong-creditLimit"));
        browser().click(By.id("merge-ask"));
        browser().waitFor(By.id("wrong-creditLimit"));
        browser().accessible();
    }

    @Test
    void records_that_move_meanwhile_come_again_with_the_picks_kept_and_the_change_marked() {
        String one = customer("phone", "021-55550816", "email", "a@moved.example");
        String other = customer("phone", "021-55550817", "email", "b@moved.example");
        opened(one, other);
        pick("email", other);
        browser().waitUntil(() -> why("email").contains("picked"));
        office.updated(one, CustomerMother.fields("phone", "021-55550818"));
        browser().leave(() -> browser().click(By.id("merge-ask")));
        assertThat(browser().text()).contains("The records have changed meanwhile", one + ": Phone");
        assertThat(browser().all("#row-phone .merge-changed")).hasSize(1);
        assertThat(willBe("email")).isEqualTo("b@moved.example");
        browser().leave(() -> browser().click(By.id("merge-ask")));
        assertThat(asked(one).status()).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void it_works_without_script() {
        String one = customer("phone", "021-55550819", "email", "a@plain.example");
        String other = customer("phone", "021-55550820", "email", "b@plain.example");
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(steward.login(), People.PASSWORD);
            plain.go("/merges/new?type=customers&codes=" + one + "," + other);
            plain.click(By.id("pick-email-" + one));
            plain.clickAndWait(By.id("merge-look"));
            assertThat(plain.all("#row-email .merge-value").get(0).getText()).isEqualTo("a@plain.example");
            assertThat(plain.all("#row-email .merge-why").get(0).getText()).contains("picked");
            plain.click(By.id("pick-phone-" + one));
            plain.clickAndWait(By.id("merge-ask"));
            assertThat(plain.text()).contains("Look once more");
            plain.clickAndWait(By.id("merge-ask"));
        }
        office.approved(asked(one).id());
        assertThat(office.values(one).text("email")).isEqualTo("a@plain.example");
        assertThat(office.values(one).text("phone")).endsWith("50819");
    }

    @Test
    void who_decides_sees_the_choices_and_approves_by_one_key() {
        String one = customer("phone", "021-55550821");
        String other = customer("phone", "021-55550822");
        Actor requester = people.person(Role.REQUESTER, Office.EAST);
        Visitor asking = new Visitor(port);
        asking.logIn(requester.login(), People.PASSWORD);
        String page = asking.get("/merges/new?codes=" + one + "," + other).body();
        String hash = page.replaceAll("(?s).*name=\"hash\" value=\"([^\"]+)\".*", "$1");
        var answer = asking.post(
                "/merges/new?codes=" + one + "," + other,
                "/merges/new/ask",
                Map.of("type", "customers", "codes", one + "," + other, "survivor", one, "hash", hash));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        UUID request = asked(one).id();
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Merge customers", one, other, "leads to it", "What was chosen, and why");
        browser().accessible("merge-inbox");
        browser().go("/merges/" + request);
        assertThat(browser().all(".merge-row")).isNotEmpty();
        browser().accessible("merge-whole");
        browser().go("/inbox/" + request);
        new Interactions(browser()).press("a");
        browser()
                .waitUntil(() -> office.status(request) != ChangeStatus.IN_REVIEW
                        || !office.seeingAll(() -> requests.openOn(office.id(one), office.lead(), 9))
                                .isEmpty());
        browser().go("/records/customers/" + other);
        assertThat(browser().text()).contains(other);
    }

    @Test
    void what_belongs_to_others_is_not_there_and_nothing_said_is_a_form() {
        String one = customer("phone", "021-55550823");
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        Visitor visitor = new Visitor(port);
        visitor.logIn(stranger.login(), People.PASSWORD);
        assertThat(visitor.get("/merges/new?codes=" + one + "," + one + "X").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/merges/new").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/merges/new?type=nothing").statusCode()).isEqualTo(404);
        browser().go("/merges/new?codes=" + one);
        assertThat(browser().text()).contains("Add at least one other code");
        browser().accessible("merge-which");
    }
}
