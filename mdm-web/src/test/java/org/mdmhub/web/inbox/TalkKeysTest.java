package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.talk.Talk;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** Comments at the inbox by key, and what becomes of them at the requester's. */
class TalkKeysTest extends AtTheInbox {

    @Autowired
    Talk talk;

    @Test
    void three_keys_and_a_text_send_it_back_and_the_requester_lands_on_the_field() {
        UUID request = asked("phone", "021-55550130", "street", "徐虹中路 20 号");
        browser().go("/inbox/" + request);
        new org.openqa.selenium.interactions.Actions(browser().driver())
                .moveToElement(browser().driver().findElement(By.cssSelector("tr[data-talk=phone] td")))
                .perform();
        Interactions hand = new Interactions(browser());
        hand.press("c");
        assertThat(focused()).isEqualTo("talk-text");
        hand.type("This is the number of the switchboard");
        hand.press(Keys.CONTROL, Keys.ENTER);
        until(() -> !browser().all(".talk-row").isEmpty());
        assertThat(browser().all(".talk-row").get(0).getText()).contains("switchboard");
        browser().accessible("talk-commented");
        browser().go("/inbox/" + request);
        hand.press("r");
        until(() -> office.status(request) == ChangeStatus.RETURNED);
        assertThat(hand.toString()).isNotNull();
        told("Returned for change.");

        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(requester.login(), People.PASSWORD);
        browser().go("/requests/" + request + "/edit");
        assertThat(focused()).isEqualTo("phone");
        assertThat(browser().text()).contains("switchboard");
        browser().accessible("talk-returned");
    }

    @Test
    void a_name_is_completed_and_somebody_who_does_not_see_it_is_refused_with_the_text_kept() {
        UUID request = asked("phone", "021-55550131");
        Actor colleague = people.called("Completed Colleague", Role.STEWARD, Office.EAST);
        browser().go("/inbox/" + request);
        press("c");
        press("Please look @Completed");
        until(() -> !browser().all("#talk-people [data-login]").isEmpty());
        browser().snap("talk-mention");
        browser().wide();
        press(Keys.ENTER);
        assertThat(browser().driver().findElement(By.id("talk-text")).getDomProperty("value"))
                .isEqualTo("Please look @" + colleague.login() + " ");
        press("and @nobody-there");
        send();
        until(() -> !browser().all(".talk-wrong").isEmpty());
        assertThat(browser().driver().findElement(By.id("talk-text")).getDomProperty("value"))
                .contains("Please look", "nobody-there");
        browser().accessible();
        browser().snap("talk-refused");
        browser().wide();
    }

    @Test
    void without_a_script_it_is_said_urged_and_watched_all_the_same() {
        UUID request = asked("phone", "021-55550132");
        try (Browser plain = Browser.withoutScript(port)) {
            plain.go("/login?lang=en");
            plain.logIn(requester.login(), People.PASSWORD);
            plain.go("/inbox/" + request);
            plain.type("talk-text", "Please be quick");
            plain.type("talk-mention", steward.login());
            plain.clickAndWait(By.id("talk-send"));
            assertThat(plain.text()).contains("Please be quick @" + steward.login());
            plain.clickAndWait(By.id("urge"));
            assertThat(plain.driver().getPageSource()).contains("to decide");
            assertThat(plain.text()).contains("can urge again");
            plain.clickAndWait(By.id("unwatch"));
            assertThat(plain.all("#watch")).hasSize(1);
            plain.type("talk-text", "For @nobody-there");
            plain.clickAndWait(By.id("talk-send"));
            assertThat(plain.text()).contains("Nobody called nobody-there");
            assertThat(plain.driver().findElement(By.id("talk-text")).getDomProperty("value"))
                    .isEqualTo("For @nobody-there");
        }
        browser().go("/inbox/" + request);
        browser().accessible("talk-urged");
    }
}
