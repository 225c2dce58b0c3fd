package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.People;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A steward's day at the inbox by key: one for a routine item, two and a look where it is worth it. */
class InboxKeysTest extends AtTheInbox {

    private UUID changed(Object... keysAndValues) {
        String code = office.customer(CustomerMother.customerWith(
                "name", "澄湖（" + System.nanoTime() + "）公司", "invoiceBank", "交通银行", "invoiceAccount", "62220210"));
        return road.ask(AskMother.update(code, 1, CustomerMother.fields(keysAndValues)), requester);
    }

    @ParameterizedTest
    @CsvSource({"en,Approved and done.", "zh-CN,已同意并生效。"})
    void one_key_approves_a_routine_item_and_the_next_one_follows(String language, String words) {
        UUID request = asked("phone", "021-55550120");
        asked("phone", "021-55550121");
        browser().go("/inbox/" + request + "?lang=" + language);
        press("a");
        told(words);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(browser().text()).contains(office.codeOf(request));
        assertThat(browser().path()).startsWith("/inbox/").doesNotContain(request.toString());
        assertThat(focused()).isEqualTo("request-title");
        assertThat(said()).contains(words, office.request(request).number());
        browser().accessible();
        browser().snap("inbox-next-" + language);
        browser().wide();
        browser().go(browser().path());
        assertThat(browser().all("#request-title")).hasSize(1);
    }

    @Test
    void a_bank_change_asks_for_a_comment_and_for_a_second_person() {
        UUID request = changed("invoiceBank", "中国建设银行", "invoiceAccount", "62220211");
        browser().go("/inbox/" + request);
        press("a");
        assertThat(focused()).isEqualTo("approve-comment");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        browser().accessible("inbox-careful");
        browser().type("approve-comment", "checked by phone");
        send();
        told("Your step is approved");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);

        Actor finance = people.person(Role.FINANCE, Office.EAST);
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(finance.login(), People.PASSWORD);
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("Step 2 of 2", "checked by phone");
        browser().accessible("inbox-second-step");
        press("a");
        send();
        told("Approved and done.");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void r_returns_with_fields_and_a_comment() {
        UUID request = asked("phone", "021-55550122");
        browser().go("/inbox/" + request);
        press("r");
        assertThat(focused()).isEqualTo("return-comment");
        browser().accessible();
        browser().snap("inbox-return");
        browser().wide();
        press("The number is not theirs");
        browser().click(By.cssSelector("#decide input[value=phone]"));
        browser().click(By.id("return-comment"));
        send();
        told("Returned for change.");
        browser().go("/inbox/" + request);
        assertThat(browser().text()).contains("The number is not theirs", "To be mended: Phone");
    }

    @Test
    void keys_are_silent_while_an_input_method_composes_and_when_they_are_off() {
        UUID request = asked("phone", "021-55550125");
        browser().go("/inbox/" + request);
        for (String composing : List.of("isComposing: true, key: 'a'", "keyCode: 229, key: 'a'")) {
            browser()
                    .driver()
                    .executeScript("document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, "
                            + composing + "}))");
        }
        browser().driver().findElement(By.id("approve-comment")).sendKeys("ar");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        browser()
                .driver()
                .executeScript("document.documentElement.dataset.keys = 'off'; document.activeElement.blur()");
        press("a");
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void from_item_to_item_by_keyboard_alone() {
        asked("phone", "021-55550126");
        asked("phone", "021-55550127");
        asked("phone", "021-55550128");
        browser().go("/inbox");
        String first = title();
        press("j");
        until(() -> !title().equals(first));
        String second = title();
        assertThat(focused()).isEqualTo("request-title");
        assertThat(browser().all(".hub-row[aria-current=true]")).hasSize(1);
        press("k");
        until(() -> title().equals(first));
        browser().all(".hub-row").get(1).sendKeys(Keys.ENTER);
        until(() -> title().equals(second));
        press("?");
        until(() -> !browser().all("dialog[open] kbd").isEmpty());
        assertThat(browser().all("dialog[open] kbd"))
                .extracting(key -> key.getText())
                .contains("a", "r", "j", "k");
        press(Keys.ESCAPE);
        until(() -> browser().all("dialog[open]").isEmpty());
        press("r");
        until(() -> focused().equals("return-comment"));
        press("Please mend the street");
        send();
        told("Returned for change.");
    }

    private String title() {
        return browser().driver().findElement(By.id("request-title")).getText();
    }
}
