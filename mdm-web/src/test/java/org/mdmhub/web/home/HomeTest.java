package org.mdmhub.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first page counts, in an organisation of its own so that nobody else counts with it. */
@WebTest
class HomeTest {

    @Autowired
    private HomeDesk desk;

    @Autowired
    private Counts counts;

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @Autowired
    private Office office;

    @Autowired
    private Organisations organisations;

    @Autowired
    private JdbcClient jdbc;

    private String unit = "";
    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

    @BeforeEach
    void newOffice() {
        unit = "HOME-" + NameMother.number();
        OrgUnit group = organisations.find("GROUP").orElseThrow();
        ChangeReason.setUp("a test needs it").during(() -> {
            organisations.add(new OrgUnit(unit, "Home", "家", group));
        });
        requester = people.person(Role.REQUESTER, unit);
        steward = people.person(Role.STEWARD, unit);
        counts.forget();
    }

    private UUID asked() {
        return road.ask(Ask.create("customers", unit, CustomerMother.customer(), "a new customer"), requester);
    }

    private UUID applied() {
        UUID request = asked();
        road.approve(request, null, List.of(), steward);
        return request;
    }

    private void sent(UUID request, int daysAgo) {
        jdbc.sql("update change_request set submitted_at = now() - make_interval(days => ?) where id = ?")
                .params(daysAgo, request)
                .update();
    }

    private WaitingDesk.View waiting(Actor reader) {
        return Objects.requireNonNull(desk.view(reader).waiting());
    }

    private AskedDesk.View own(Actor reader) {
        return Objects.requireNonNull(desk.view(reader).own());
    }

    private static List<String> cells(Picture picture) {
        return picture.table().rows().stream()
                .map(row -> row.get(0).text() + " " + row.get(1).text())
                .toList();
    }

    @Test
    void what_waits_is_counted_by_kind_and_age_with_the_oldest_first() {
        UUID first = asked();
        asked();
        UUID third = asked();
        sent(first, 5);
        sent(third, 2);
        WaitingDesk.View waiting = waiting(steward);
        assertThat(waiting.count()).isEqualTo("3");
        assertThat(waiting.oldest()).startsWith("5");
        assertThat(waiting.rows())
                .hasSize(3)
                .first()
                .extracting(RequestRows.Row::id)
                .isEqualTo(first);
        assertThat(cells(waiting.pictures().get(0))).containsExactly("Creation 3");
        assertThat(cells(waiting.pictures().get(1))).containsExactly("Today 1", "1 to 2 days 1", "More than 2 days 1");
    }

    @Test
    void what_one_asked_for_oneself_does_not_wait_for_one() {
        road.ask(Ask.create("customers", unit, CustomerMother.customer(), "a new customer"), steward);
        assertThat(waiting(steward).count()).isEqualTo("0");
    }

    @Test
    void what_others_decide_on_does_not_wait_for_one() {
        asked();
        assertThat(waiting(people.person(Role.STEWARD, Office.SOUTH)).rows())
                .noneMatch(row -> row.who().equals("Name of " + requester.login()));
        assertThat(waiting(people.person(Role.FINANCE, unit)).count()).isEqualTo("0");
    }

    @Test
    void what_one_asked_for_stands_by_state_with_the_returned_first_and_the_codes_of_the_applied() {
        UUID done = applied();
        asked();
        road.ask(AskMother.draft(Ask.create("customers", unit, CustomerMother.customer(), "later")), requester);
        UUID back = asked();
        road.sendBack(back, "mend it", List.of(), steward);
        AskedDesk.View own = own(requester);
        assertThat(own.states())
                .extracting(state -> state.status() + " " + state.count())
                .containsExactly("RETURNED 1", "IN_REVIEW 1", "DRAFT 1");
        assertThat(own.back()).extracting(RequestRows.Row::id).containsExactly(back);
        assertThat(own.done()).extracting(RequestRows.Row::code).containsExactly(office.codeOf(done));
    }

    @Test
    void who_has_asked_for_nothing_has_nothing() {
        assertThat(own(requester).isEmpty()).isTrue();
    }

    @Test
    void figures_are_those_of_the_readers_organisations() {
        applied();
        applied();
        asked();
        office.customer();
        Counts.View counted = counts.view(people.person(Role.LEAD, unit));
        assertThat(last(counted.opened())).isEqualTo(3);
        assertThat(last(counted.applied())).isEqualTo(2);
        assertThat(counted.opened()).hasSize(Counts.DAYS);
        assertThat(counted.masters()).containsOnlyKeys("customers");
        assertThat(counted.masters().get("customers")).isEqualTo(new Counts.Masters(2, 2));
        assertThat(counted.medians()).hasSize(1);
        assertThat(counted.duplicates()).isZero();
    }

    private static long last(java.util.Map<?, Long> days) {
        return days.values().stream().reduce((one, other) -> other).orElseThrow();
    }

    @Test
    void open_pairs_are_counted_where_both_are_seen() {
        Actor lead = people.person(Role.LEAD, unit);
        String one = office.codeOf(applied());
        String other = office.codeOf(applied());
        String foreign = office.customer();
        pair(one, other);
        pair(one, foreign);
        counts.forget();
        assertThat(counts.view(lead).duplicates()).isEqualTo(1);
    }

    private void pair(String one, String other) {
        long first = office.id(one);
        long second = office.id(other);
        jdbc.sql("insert into duplicate_pair (type, first_id, second_id, score, outcome, evidence, found_at)"
                        + " values ('customers', ?, ?, 0.9, 'POSSIBLE', '[]', now())")
                .params(Math.min(first, second), Math.max(first, second))
                .update();
    }

    @Test
    void everybody_sees_the_parts_of_his_roles_and_no_others() {
        HomeDesk.View asker = desk.view(requester);
        assertThat(asker.waiting()).isNull();
        assertThat(asker.figures()).isNull();
        assertThat(asker.targets()).isNull();
        assertThat(asker.people()).isNull();
        assertThat(desk.view(people.person(Role.AUDITOR, unit)).figures()).isNotNull();
        assertThat(desk.view(people.person(Role.INTEGRATOR, unit)).targets()).isNotNull();
        HomeDesk.View admin = desk.view(people.person(Role.ADMIN, unit));
        assertThat(admin.masters()).isFalse();
        assertThat(admin.own()).isNull();
        assertThat(Objects.requireNonNull(admin.people()).all()).isNotEqualTo("0");
    }
}
