package org.mdmhub.web.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.Interactions;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop is tied to its entity by one key where it is asked for, and sent back by one click where that was forgotten. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BelongingJourneyTest {

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

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

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private Actor comes(Role role) {
        Actor actor = people.person(role, Office.EAST);
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(actor.login(), People.PASSWORD);
        return actor;
    }

    private static String creditCode() {
        return IdentifierMother.creditCode(String.format("91320500MA%07d", NameMother.number()));
    }

    @Test
    void one_key_ties_a_new_shop_to_the_entity_with_its_credit_code() {
        String shared = creditCode();
        String entity = office.customer(fields("name", NameMother.company(), "creditCode", shared));
        comes(Role.REQUESTER);
        browser().go("/records/customers/new?group=SITE");
        browser().type("name", NameMother.trade(4) + "观前街门店");
        browser().click(By.xpath("//details[.//*[@id='creditCode']]/summary"));
        browser().type("creditCode", shared);
        browser().waitFor(By.cssSelector("#ask-belongs button"));
        assertThat(browser().all("#ask-belongs").get(0).getText()).contains(entity, "Same credit code");
        assertThat(browser().text()).doesNotContain("Match 9");
        browser().snap("ask-belongs");
        browser().accessible();

        Interactions hand = new Interactions(browser());
        browser().driver().findElement(By.id("name")).click();
        hand.press(Keys.ALT, "6");
        browser().waitUntil(() -> browser().all("#ask-belongs").isEmpty());
        browser().accessible();
        browser().clickAndWait(By.id("send"));

        UUID request = UUID.fromString(browser().path().split("/")[2]);
        assertThat(office.request(request).wish().fields().get("relations"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "HEADQUARTERS")
                .containsEntry("code", entity);
        assertThat(office.approved(request)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_shop_that_was_asked_for_without_its_entity_goes_back_by_one_click() {
        String shared = creditCode();
        String entity = office.customer(fields("name", NameMother.company(), "creditCode", shared));
        Map<String, Object> shop =
                fields("name", NameMother.trade(4) + "门店", "accountGroup", "SITE", "creditCode", shared);
        Actor asker = people.person(Role.REQUESTER, Office.EAST);
        UUID request = road.ask(AskMother.create(shop), asker);
        comes(Role.STEWARD);
        browser().go("/inbox/" + request);
        assertThat(browser().all("#belongs").get(0).getText()).contains(entity, "Same credit code");
        browser().accessible("inbox-belongs");

        browser().go("/inbox/" + request);
        browser().click(By.id("belongs-" + entity));
        browser().waitUntil(() -> office.status(request) == ChangeStatus.RETURNED);

        assertThat(office.status(request)).isEqualTo(ChangeStatus.RETURNED);
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(asker.login(), People.PASSWORD);
        browser().go("/requests/" + request + "/edit");
        assertThat(browser().text()).contains("This site belongs to " + entity);
        browser().click(By.cssSelector("#ask-belongs button"));
        browser().waitUntil(() -> browser().all("#ask-belongs").isEmpty());
        browser().clickAndWait(By.id("send"));
        assertThat(List.of(office.request(request).wish().fields().get("relations")))
                .asString()
                .contains(entity);
    }
}
