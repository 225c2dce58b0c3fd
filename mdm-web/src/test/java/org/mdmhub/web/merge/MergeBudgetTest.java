package org.mdmhub.web.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.Interactions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What merging and taking it back cost: clicks and keys that are no text. The key that leads here is counted with them. */
class MergeBudgetTest extends AtTheMerge {

    private static final int KEY_THAT_LED_HERE = 1;

    @Test
    void a_clean_pair_is_two_keys() {
        String one = customer("phone", "021-55550801");
        String other = twin(one, "email", "a@clean.example");
        opened(one, other);
        assertThat(browser().text()).contains("No open conflict").doesNotContain("Conflicts (");
        Interactions hand = new Interactions(browser());
        browser().leave(() -> hand.press(Keys.ENTER));
        assertThat(KEY_THAT_LED_HERE + hand.count()).isEqualTo(2);
        assertThat(asked(one).status()).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(browser()
                        .driver()
                        .findElement(By.cssSelector(".merge-toast"))
                        .getText())
                .contains("Merge asked for", "s left");
    }

    @Test
    void from_the_queue_a_pair_whose_conflicts_the_rules_decide_is_two_keys() {
        String trade = NameMother.trade(5);
        String one = customer("name", "上海" + trade + "有限公司", "phone", "021-55550831");
        String other = customer("name", "上海" + trade + "有限责任公司", "phone", "021-55550831");
        browser().go("/duplicates?q=" + trade);
        Interactions hand = new Interactions(browser());
        browser().leave(() -> hand.press("m"));
        assertThat(browser().path()).isEqualTo("/merges/new");
        browser().leave(() -> hand.press(Keys.ENTER));
        assertThat(hand.count()).isEqualTo(2);
        assertThat(browser().path()).isEqualTo("/duplicates");
        assertThat(browser()
                        .driver()
                        .findElement(By.cssSelector(".merge-toast"))
                        .getText())
                .contains("Merge asked for");
        assertThat(office.seeingAll(() -> requests.openOn(office.id(one), office.lead(), 9))
                                .size()
                        + office.seeingAll(() -> requests.openOn(office.id(other), office.lead(), 9))
                                .size())
                .isOne();
    }

    @Test
    void k_conflicts_are_k_keys_more() {
        String one = customer("phone", "021-55550802", "email", "a@k.example");
        String other = customer("phone", "021-55550803", "email", "b@k.example");
        opened(one, other);
        assertThat(browser().all(".merge-conflict")).hasSize(3);
        Interactions hand = new Interactions(browser());
        hand.press("2");
        hand.press("1");
        hand.press("2");
        browser().leave(() -> hand.press(Keys.ENTER));
        assertThat(KEY_THAT_LED_HERE + hand.count()).isEqualTo(3 + 2);
        assertThat(office.approved(asked(one).id())).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(one).text("name"))
                .isEqualTo(office.values(other).text("name"));
        assertThat(office.values(one).text("phone")).endsWith("50802");
        assertThat(office.values(one).text("email")).isEqualTo("b@k.example");
    }

    @Test
    void one_key_takes_back_what_was_just_asked_for() {
        String one = customer("phone", "021-55550804");
        String other = customer("phone", "021-55550805");
        opened(one, other);
        browser().leave(() -> browser().click(By.id("merge-ask")));
        UUID request = asked(one).id();
        Interactions hand = new Interactions(browser());
        browser().leave(() -> hand.press("z"));
        assertThat(hand.count()).isEqualTo(1);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.WITHDRAWN);
        assertThat(browser().driver().findElement(By.cssSelector(".hub-told")).getText())
                .contains("was taken back");
    }

    @Test
    void a_merge_of_long_ago_is_taken_back_by_at_most_four_clicks() {
        String one = customer("phone", "021-55550806");
        String other = customer("email", "a@back.example");
        merged(one, other);
        office.updated(one, CustomerMother.fields("email", "later@back.example"));
        browser().go("/records/customers/" + one);
        assertThat(browser().text()).contains("Merged into this", other);
        browser().accessible("merge-survivor");
        Interactions hand = new Interactions(browser());
        hand.click(By.cssSelector(".rec-anchors a[href='#history']"));
        browser().leave(() -> hand.click(By.cssSelector(".rec-unmerge")));
        assertThat(browser().text()).contains("comes back", "Changed since", "later@back.example");
        browser().accessible("unmerge");
        browser().leave(() -> hand.click(By.id("unmerge-ask")));
        assertThat(hand.clicks()).isLessThanOrEqualTo(4);
        UUID request = office.seeingAll(() -> requests.openOn(office.id(one), office.lead(), 9))
                .get(0)
                .id();
        office.approved(request);
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.values(other).text("email")).isEqualTo("later@back.example");
    }
}
