package org.mdmhub.web.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody at the merge screen with a browser; each test has records of its own. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheMerge {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    People people;

    @Autowired
    MergePreviews previews;

    @Autowired
    RequestList requests;

    @LocalServerPort
    int port;

    private @Nullable Browser opened;
    Actor steward = new Actor("nobody", Map.of());

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
        browser().wide();
        browser().driver().manage().deleteAllCookies();
        browser().go("/login?lang=en");
        browser().logIn(steward.login(), People.PASSWORD);
    }

    Browser browser() {
        return Objects.requireNonNull(opened);
    }

    String customer(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> all = fields("name", NameMother.company());
        all.putAll(fields(keysAndValues));
        return office.customer(all);
    }

    /** One that is called the same, and was said to be something else. */
    String twin(String code, @Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> all = fields("name", office.values(code).text("name"));
        all.putAll(fields(keysAndValues));
        UUID asked = road.ask(AskMother.create(all), office.requester());
        road.approve(asked, null, List.of(code), office.steward());
        return office.codeOf(asked);
    }

    void opened(String... codes) {
        browser().go("/merges/new?type=customers&codes=" + String.join(",", codes));
    }

    /** The merge that was asked for about this record. */
    ChangeRequest asked(String code) {
        return office.seeingAll(() -> requests.openOn(office.id(code), office.lead(), 9)).stream()
                .filter(request -> request.kind() == ChangeKind.MERGE)
                .findFirst()
                .orElseThrow(() -> new AssertionError(browser().text()));
    }

    UUID merged(String survivor, String... others) {
        MergeChoice choice = MergeChoice.of(survivor, List.of(others));
        String hash =
                previews.of("customers", choice, office.requester()).plan().hash();
        UUID id = road.ask(
                Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "the same"),
                office.requester());
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        return id;
    }

    /** What the survivor will hold in a field. */
    String willBe(String field) {
        return browser().all("#row-" + field + " .merge-value").get(0).getText();
    }

    String why(String field) {
        return browser().all("#row-" + field + " .merge-why").get(0).getText();
    }
}
