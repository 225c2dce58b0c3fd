package org.mdmhub.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.RequestList.Desk;
import org.mdmhub.request.RequestList.Query;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** Who finds what in which list, however it is narrowed. */
@HubTest
class RequestListTest {

    @Autowired
    RequestReader reader;

    @Autowired
    Road road;

    @Autowired
    Office office;

    private Actor steward = new Actor("nobody", Map.of());
    private UUID from = Query.OLDEST;

    @BeforeEach
    void behindAllThatIsThere() {
        steward = office.steward();
        from = office.asked(customer());
    }

    private List<UUID> found(Desk desk, RequestFilter filter, Actor who) {
        return reader.ids(new Query(desk, filter, false, from, 50), who);
    }

    private static RequestFilter named(String text) {
        return new RequestFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                false,
                false,
                new RequestFilter.Named(text, List.of()));
    }

    @Test
    void what_waits_is_what_he_may_decide_on_and_nothing_of_his_own() {
        UUID others = office.asked(customer());
        UUID own = road.ask(AskMother.create(customer()), steward);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, steward))
                .contains(others)
                .doesNotContain(own);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, office.lead())).contains(others, own);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, office.stewardSouth()))
                .doesNotContain(others, own);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, office.finance())).doesNotContain(others, own);
    }

    @Test
    void a_second_step_waits_for_another_person() {
        String code = office.customer(customerWith("invoiceBank", "交通银行", "invoiceAccount", "62220210"));
        UUID id = office.askedUpdate(code, fields("invoiceBank", "中国银行", "invoiceAccount", "62220211"));
        Actor lead = office.lead();
        road.approve(id, null, List.of(), lead);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, lead)).doesNotContain(id);
        assertThat(found(Desk.WAITING, RequestFilter.NONE, office.finance())).contains(id);
        assertThat(found(Desk.OPEN, RequestFilter.NONE, steward)).contains(id);
    }

    @Test
    void new_masters_and_changes_are_told_apart() {
        UUID fresh = office.asked(customer());
        UUID change = office.askedUpdate(office.customer(), fields("website", "two.example"));
        RequestFilter news = RequestFilter.NONE.onlyFresh(true);
        RequestFilter changes = RequestFilter.NONE.onlyFresh(false);
        assertThat(found(Desk.WAITING, news, steward)).contains(fresh).doesNotContain(change);
        assertThat(found(Desk.WAITING, changes, steward)).contains(change).doesNotContain(fresh);
        assertThat(found(Desk.OPEN, changes, steward)).contains(change).doesNotContain(fresh);
    }

    @Test
    void two_letters_of_a_name_are_enough_and_a_percent_sign_is_only_a_sign() {
        UUID id = office.asked(customerWith("name", "鑫澄湖" + System.nanoTime() + "%有限公司"));
        for (String text : List.of("鑫澄", "%有", office.request(id).number())) {
            assertThat(found(Desk.WAITING, named(text), steward)).as(text).contains(id);
            assertThat(found(Desk.OPEN, named(text), steward)).as(text).contains(id);
        }
        assertThat(found(Desk.WAITING, named("%鑫"), steward)).doesNotContain(id);
    }

    @Test
    void age_group_asker_and_organisation_narrow_it() {
        UUID person = office.asked(customerWith("accountGroup", "PERSON"));
        String asker = office.request(person).requestedBy();
        Instant before = Instant.now().minusSeconds(3600);
        var old = new RequestFilter(null, null, null, null, null, null, null, false, false, before, false, false, null);
        var all = new RequestFilter(
                null,
                "customers",
                ChangeKind.CREATE,
                null,
                office.unit(Office.EAST),
                asker,
                "PERSON",
                false,
                false,
                null,
                false,
                false,
                null);
        for (Desk desk : List.of(Desk.WAITING, Desk.OPEN)) {
            assertThat(found(desk, old, steward)).isEmpty();
            assertThat(found(desk, all, steward)).containsExactly(person);
        }
    }

    @Test
    void what_may_be_there_already_is_marked() {
        var twice = customerWith("name", "澄湖双生" + System.nanoTime() + "有限公司");
        office.customer(twice);
        UUID id = office.asked(twice);
        var alike = new RequestFilter(null, null, null, null, null, null, null, true, false, null, false, false, null);
        assertThat(found(Desk.WAITING, alike, steward)).contains(id);
        assertThat(found(Desk.OPEN, alike, steward)).contains(id);
        assertThat(reader.marks(List.of(id)).get(id))
                .extracting(RequestList.Mark::score)
                .isNotNull();
    }

    @Test
    void the_page_before_ends_where_the_page_began() {
        Actor asker = office.requester();
        UUID one = road.ask(AskMother.create(customer()), asker);
        UUID two = road.ask(AskMother.create(customer()), asker);
        var his = new RequestFilter(
                null, null, null, null, null, asker.login(), null, false, false, null, false, false, null);
        for (Desk desk : List.of(Desk.WAITING, Desk.OPEN)) {
            assertThat(reader.ids(new Query(desk, his, true, two, 1), steward)).containsExactly(one);
        }
    }
}
