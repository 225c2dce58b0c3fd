package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.Interactions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What the steward's jobs at the inbox cost: clicks, keys that are no text, and pages that load. */
class InboxBudgetTest extends AtTheInbox {

    private static final int MANY = 60;
    // of the keystroke-level model, in seconds: a key that one thinks about, and one that is typed
    private static final double THOUGHT = 1.55;
    private static final double TYPED = 0.2;

    private UUID changed(String phone) {
        String code = office.customer(CustomerMother.customer());
        return road.ask(AskMother.update(code, 1, CustomerMother.fields("phone", phone)), requester);
    }

    private String shown() {
        return String.valueOf(browser().all("#pane").get(0).getDomAttribute("data-id"));
    }

    private void opened(UUID request) {
        browser().go("/inbox/" + request + "?tab=waiting&who=" + requester.login());
    }

    @Test
    void one_key_approves_and_goes_on() {
        UUID request = asked("phone", "021-55550140");
        UUID next = asked("phone", "021-55550141");
        opened(request);
        Interactions hand = new Interactions(browser());
        hand.press("a");
        until(() -> shown().equals(next.toString()));
        assertThat(hand.count()).isEqualTo(1);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_return_is_two_keys_and_its_words_and_two_more_name_a_field() {
        UUID request = changed("021-55550142");
        opened(request);
        Interactions hand = new Interactions(browser());
        hand.press("r");
        hand.type("This is the number of their lawyer");
        hand.press(Keys.SHIFT, Keys.TAB);
        hand.press(Keys.SPACE);
        hand.press(Keys.CONTROL, Keys.ENTER);
        until(() -> office.status(request) == ChangeStatus.RETURNED);
        assertThat(hand.count()).isLessThanOrEqualTo(4);
    }

    @Test
    void later_is_two_keys_and_undo_is_one() {
        UUID request = asked("phone", "021-55550143");
        UUID next = asked("phone", "021-55550144");
        opened(request);
        Interactions hand = new Interactions(browser());
        hand.press("s");
        until(() -> focused().equals("snooze-tomorrow"));
        hand.press(Keys.ENTER);
        until(() -> shown().equals(next.toString()));
        assertThat(browser().all(".inbox-rows .hub-row")).hasSize(1);
        hand.press("z");
        until(() -> shown().equals(request.toString()));
        assertThat(browser().all(".inbox-rows .hub-row")).hasSize(2);
        assertThat(hand.count()).isEqualTo(3);
    }

    @Test
    void a_return_is_taken_back_by_one_key_while_its_time_runs() {
        UUID request = asked("phone", "021-55550145");
        opened(request);
        press("r");
        press("Who is that?");
        send();
        told("Returned for change.");
        assertThat(browser().all(".inbox-left").get(0).getText()).contains("s left");
        browser().accessible("inbox-undo");
        browser().go("/inbox/" + request);
        opened(request);
        road.sendBack(asked("phone", "021-55550147"), "x", List.of(), steward);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.RETURNED);
    }

    @Test
    void many_are_selected_by_x_and_approved_by_a_and_enter() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(asked("phone", "021-5555015" + i));
        }
        opened(all.get(0));
        Interactions hand = new Interactions(browser());
        for (int i = 0; i < 5; i++) {
            hand.press("x");
            UUID here = all.get(i);
            until(() -> !browser()
                    .all(".inbox-pick input[value^='" + here + "']:checked")
                    .isEmpty());
            if (i < 4) {
                UUID next = all.get(i + 1);
                hand.press("j");
                until(() -> shown().equals(next.toString()));
            }
        }
        browser().accessible();
        browser().snap("inbox-many");
        browser().wide();
        hand.press("a");
        until(() -> focused().equals("bulk-approve"));
        hand.pressAway(Keys.ENTER);
        assertThat(hand.count()).isEqualTo(5 + 4 + 2 + 1);
        browser().waitUntil(() -> browser().text().contains("5 of 5 done"));
        assertThat(all).allSatisfy(id -> assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED));
        browser().accessible("inbox-report");
    }

    @Test
    void sixty_mixed_items_are_triaged_by_keyboard_alone_in_two_minutes() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(i % 3 == 0 ? changed("021-5556" + (1000 + i)) : asked("phone", "021-5557" + (1000 + i)));
        }
        opened(all.get(0));
        Interactions hand = new Interactions(browser());
        double seconds = 0;
        for (int i = 0; i < MANY; i++) {
            UUID here = all.get(i);
            until(() -> shown().equals(here.toString()));
            if (i % 10 == 9) {
                hand.press("r");
                until(() -> focused().equals("return-comment"));
                hand.type("Whose is it?");
                hand.press(Keys.CONTROL, Keys.ENTER);
                seconds += THOUGHT + 12 * TYPED + THOUGHT;
            } else {
                hand.press("a");
                seconds += THOUGHT;
            }
        }
        until(() -> !browser().all(".inbox-nothing").isEmpty());
        assertThat(hand.count()).isEqualTo(MANY + MANY / 10);
        assertThat(hand.clicks()).isZero();
        assertThat(seconds).isLessThanOrEqualTo(120);
        for (int i = 0; i < MANY; i++) {
            assertThat(office.status(all.get(i))).isEqualTo(i % 10 == 9 ? ChangeStatus.RETURNED : ChangeStatus.APPLIED);
        }
    }

    @Test
    void own_keys_do_what_the_usual_ones_did() {
        browser().go("/account/keys");
        browser().accessible("account-keys");
        browser().type("key-a", "y");
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
        UUID request = asked("phone", "021-55550160");
        asked("phone", "021-55550161");
        opened(request);
        press("a");
        press("y");
        told("Approved and done.");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
        browser().go("/account/keys");
        browser().type("key-a", "j");
        browser().clickAndWait(By.cssSelector("main button[type=submit]"));
        assertThat(browser().driver().findElement(By.cssSelector(".hub-told")).getText())
                .contains("cannot share");
    }

    @Test
    void after_a_reload_one_is_where_one_was() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(asked("phone", "021-555502" + (10 + i)));
        }
        opened(all.get(20));
        browser().driver().navigate().refresh();
        assertThat(shown()).isEqualTo(all.get(20).toString());
        assertThat(browser()
                        .driver()
                        .executeScript("const list = document.querySelector('.inbox-list').getBoundingClientRect();"
                                + "const row = document.querySelector('.hub-row[aria-current]').getBoundingClientRect();"
                                + "return row.top >= list.top && row.bottom <= list.bottom"))
                .isEqualTo(true);
    }
}
