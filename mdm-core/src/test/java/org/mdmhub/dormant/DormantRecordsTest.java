package org.mdmhub.dormant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that nobody has confirmed for a year: whose they are, and how they leave the list. */
@HubTest
class DormantRecordsTest {

    @Autowired
    DormantRecords dormant;

    @Autowired
    DormantWork work;

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Task<?>> tasks;

    private String unit = "";
    private Actor steward = ActorMother.actor(Role.STEWARD, 0);

    @BeforeEach
    void an_organisation_with_a_steward() {
        unit = office.newUnit();
        steward = employed(Role.STEWARD);
    }

    private Actor employed(Role role) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT) + UUID.randomUUID();
        jdbc.sql("insert into app_user (login, name, password_hash) values (?, 'S', 'x')")
                .param(login)
                .update();
        jdbc.sql("insert into user_role (login, role, org_unit_id) values (?, ?, ?)")
                .params(login, role.name(), office.unit(unit))
                .update();
        return new Actor(login, Map.of(role, Set.of(office.unit(unit))));
    }

    private String old(Object... more) {
        Ask ask = Ask.create("customers", unit, customerWith(more), "a test");
        UUID request = road.ask(ask, office.requester(unit));
        road.approve(request, null, List.of(), office.steward(unit));
        String code = office.codeOf(request);
        age(code, 366);
        return code;
    }

    private void age(String code, int days) {
        office.seeingAll(() -> jdbc.sql("update record set updated_at = now() - make_interval(days => ?),"
                        + " confirmed_at = null where code = ?")
                .params(days, code)
                .update());
    }

    private List<String> listOf(Actor owner) {
        return dormant.page(owner, Dormant.Place.FIRST, 200).stream()
                .map(Dormant::code)
                .toList();
    }

    private static Dormant.Ref customer(String code) {
        return new Dormant.Ref("customers", code);
    }

    @Test
    void the_stewards_of_the_owner_are_asked_about_what_nobody_touched_for_a_year() {
        String old = old();
        String older = old();
        age(older, 800);
        String fresh = old();
        age(fresh, 200);

        assertThat(listOf(steward)).containsExactly(older, old);
        assertThat(dormant.count(steward, 100)).isEqualTo(2);
        assertThat(dormant.count(steward, 1)).isEqualTo(1);
        List<Dormant> first = dormant.page(steward, Dormant.Place.FIRST, 1);
        assertThat(dormant.page(steward, first.get(0).since(), 5))
                .extracting(Dormant::code)
                .containsExactly(old);
        assertThat(listOf(office.steward())).doesNotContain(old);
        assertThat(listOf(office.requester(unit))).isEmpty();
        assertThat(listOf(office.lead())).doesNotContain(old);
    }

    @Test
    void whoever_is_in_charge_of_the_customer_is_asked_in_place_of_the_stewards() {
        Actor seller = employed(Role.REQUESTER);
        String his = old("views", List.of(Map.of("orgUnit", unit, "salesOwner", seller.login())));
        String gone = old("views", List.of(Map.of("orgUnit", unit, "salesOwner", "somebody-who-left")));

        assertThat(listOf(seller)).containsExactly(his);
        assertThat(listOf(steward)).containsExactly(gone);

        jdbc.sql("update app_user set disabled = true where login = ?")
                .param(seller.login())
                .update();
        assertThat(listOf(steward)).containsExactlyInAnyOrder(his, gone);
    }

    @Test
    void where_there_is_no_steward_the_lead_is_asked() {
        Actor lead = employed(Role.LEAD);
        String old = old();
        assertThat(listOf(lead)).isEmpty();
        jdbc.sql("update app_user set disabled = true where login = ?")
                .param(steward.login())
                .update();
        assertThat(listOf(lead)).containsExactly(old);
    }

    @Test
    void shared_customers_and_retired_ones_are_not_asked_about() {
        String shared = old("accountGroup", "ONE_TIME");
        String retired = old();
        UUID request = road.ask(AskMother.retire(retired), office.requester(unit));
        assertThat(listOf(steward)).doesNotContain(shared, retired);
        road.reject(request, null, "no", office.steward(unit));
        assertThat(listOf(steward)).containsExactly(retired);
        UUID again = road.ask(AskMother.retire(retired), office.requester(unit));
        road.approve(again, null, List.of(), office.steward(unit));
        assertThat(office.record(retired).status()).isEqualTo(RecordStatus.RETIRED);
        age(retired, 366);
        assertThat(listOf(steward)).isEmpty();
    }

    @Test
    void a_confirmation_is_kept_with_who_and_when_and_makes_no_version() {
        String code = old();
        int version = office.record(code).version();

        assertThat(dormant.confirm(List.of(customer(code)), steward)).containsExactly(customer(code));

        assertThat(listOf(steward)).isEmpty();
        assertThat(office.record(code).version()).isEqualTo(version);
        assertThat(jdbc.sql("select confirmed_by || ' ' || version from record_confirmation where record_id = ?")
                        .param(office.id(code))
                        .query(String.class)
                        .list())
                .containsExactly(steward.login() + " " + version);
        assertThat(dormant.confirm(List.of(customer(code)), steward)).isEmpty();
    }

    @Test
    void a_change_confirms_too() {
        String code = old();
        UUID request = road.ask(
                AskMother.update(code, office.record(code).version(), fields("shortName", NameMother.company())),
                office.requester(unit));
        road.approve(request, null, List.of(), office.steward(unit));
        assertThat(listOf(steward)).isEmpty();
    }

    @Test
    void nobody_confirms_what_is_not_his() {
        String code = old();
        Actor stranger = office.steward();
        assertThat(dormant.confirm(
                        List.of(customer(code), customer("none"), new Dormant.Ref("nothing", code)), stranger))
                .isEmpty();
        assertThat(dormant.confirm(List.of(customer(code)), office.requester(unit)))
                .isEmpty();
        assertThat(listOf(steward)).containsExactly(code);
    }

    @Test
    void two_who_confirm_at_once_leave_one_confirmation() {
        Actor other = employed(Role.STEWARD);
        String code = old();
        List<CompletableFuture<Set<Dormant.Ref>>> both = Stream.of(steward, other)
                .map(who -> CompletableFuture.supplyAsync(() -> dormant.confirm(List.of(customer(code)), who)))
                .toList();
        assertThat(both.stream().flatMap(one -> one.join().stream())).hasSize(1);
    }

    @Test
    void each_owner_is_told_once_how_many_there_are() {
        Actor other = employed(Role.STEWARD);
        Actor seller = employed(Role.REQUESTER);
        old();
        old();
        old("views", List.of(Map.of("orgUnit", unit, "salesOwner", seller.login())));

        work.run();
        work.run();

        assertThat(told(steward)).containsExactly("2");
        assertThat(told(other)).containsExactly("2");
        assertThat(told(seller)).containsExactly("1");
    }

    private List<String> told(Actor who) {
        return jdbc.sql("select args ->> 0 from notice where login = ? and kind = 'dormant'")
                .param(who.login())
                .query(String.class)
                .list();
    }

    @Test
    void it_is_recurring_work_of_which_one_row_stands_for_all_nodes() {
        assertThat(tasks).extracting(Task::getName).contains("look-for-dormant-records");
    }

    @Test
    void how_long_a_record_may_go_unconfirmed_is_laid_down() {
        String code = old();
        age(code, 320);
        assertThat(listOf(steward)).isEmpty();
        // other tests, which run beside this one, have none that is between these days
        laidDown(300);
        assertThat(listOf(steward)).containsExactly(code);
        laidDown(365);
        assertThat(listOf(steward)).isEmpty();
    }

    private void laidDown(int days) {
        Integer version = jdbc.sql("select version from setting where type = 'expiry' and key = 'DORMANT'")
                .query(Integer.class)
                .optional()
                .orElse(null);
        ChangeKind kind = version == null ? ChangeKind.CREATE : ChangeKind.UPDATE;
        UUID id = road.ask(
                Ask.setting("expiry", kind, "DORMANT", version, fields("days", days), "a test"), office.lead());
        road.approve(id, null, List.of(), Objects.requireNonNull(office.lead()));
    }

    @Test
    void who_confirmed_what_cannot_be_rewritten() {
        String code = old();
        dormant.confirm(List.of(customer(code)), steward);
        assertThatThrownBy(() -> jdbc.sql("delete from record_confirmation").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
