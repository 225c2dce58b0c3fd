package org.mdmhub.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.history.History;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.ByItself;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Last days: who is told, what is blocked, by whom. */
@HubTest
class ExpiryTest {

    @Autowired
    ExpiryWork work;

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    ByItself byItself;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    private static String in(int days) {
        return LocalDate.now(ZoneId.systemDefault()).plusDays(days).toString();
    }

    private String with(String kind, int days) {
        return office.customer(fields(
                "name",
                NameMother.company(),
                "documents",
                List.of(Map.of("kind", kind, "number", "1", "validTo", in(days)))));
    }

    @Test
    void the_stewards_of_the_owner_are_told_once_a_stage() {
        String steward = "steward" + UUID.randomUUID();
        jdbc.sql("insert into app_user (login, name, password_hash) values (?, 'S', 'x')")
                .param(steward)
                .update();
        jdbc.sql("insert into user_role (login, role, org_unit_id) values (?, 'STEWARD', ?)")
                .params(steward, office.unit(Office.EAST))
                .update();
        String far = with("LICENCE", 61);
        String sixty = with("LICENCE", 60);
        String week = with("AUTHORISATION", 7);

        work.run();
        work.run();

        assertThat(told(steward, far)).isEmpty();
        assertThat(told(steward, sixty)).hasSizeLessThanOrEqualTo(1);
        assertThat(told(steward, week)).hasSizeLessThanOrEqualTo(1);
        assertThat(jdbc.sql("select count(*) from notice where kind = 'expiry.LICENCE' and args ->> 1 = ?")
                        .param(sixty)
                        .query(Integer.class)
                        .single())
                .isPositive();
        jdbc.sql("update app_user set disabled = true where login = ?")
                .param(steward)
                .update();
    }

    private List<String> told(String login, String code) {
        return jdbc.sql("select kind from notice where login = ? and args ->> 1 = ?")
                .params(login, code)
                .query(String.class)
                .list();
    }

    @Test
    void a_paper_that_expired_blocks_orders_only_where_that_is_laid_down_and_only_once() {
        String open = with("OTHER", -1);
        String code = with("LICENCE", -1);
        work.run();
        assertThat(office.record(code).status()).isEqualTo(RecordStatus.ACTIVE);

        laidDown("LICENCE", true);
        work.run();
        work.run();

        assertThat(office.record(open).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.record(code).status()).isEqualTo(RecordStatus.BLOCKED);
        assertThat(office.values(code).list("blocks"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("scope", "ORDER");
        var entry = office.seeingAll(() -> history.of("customers", office.id(code), Long.MAX_VALUE, 1))
                .get(0);
        assertThat(entry.who()).isEqualTo(ByItself.LOGIN);
        assertThat(entry.approvedBy()).isEmpty();
        assertThat(entry.kind()).isEqualTo("BLOCK");
        assertThat(entry.why()).startsWith("营业执照已过期 / business licence expired: ");

        office.done(AskMother.unblock(code, Map.of("scope", "ORDER")));
        work.run();
        assertThat(office.record(code).status())
                .as("who takes the block away is not overruled")
                .isEqualTo(RecordStatus.ACTIVE);
        laidDown("LICENCE", false);
    }

    private void laidDown(String kind, boolean blocks) {
        Integer version = jdbc.sql("select version from setting where type = 'expiry' and key = ?")
                .param(kind)
                .query(Integer.class)
                .optional()
                .orElse(null);
        UUID id = road.ask(
                Ask.setting(
                        "expiry",
                        version == null ? ChangeKind.CREATE : ChangeKind.UPDATE,
                        kind,
                        version,
                        fields("block", blocks),
                        "a test"),
                office.lead());
        assertThat(road.approve(id, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_temporary_customer_gets_no_orders_behind_its_last_day() {
        String code =
                office.customer(fields("name", NameMother.company(), "accountGroup", "TEMPORARY", "validUntil", in(1)));
        jdbc.sql("update customer set valid_until = valid_until - 2 where id = ?")
                .param(office.id(code))
                .update();

        work.run();

        assertThat(office.values(code).list("blocks"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("scope", "ORDER");
    }

    @Test
    void a_temporary_customer_has_a_last_day_soon_and_no_credit() {
        refused(fields("accountGroup", "TEMPORARY"), "/fields/validUntil", "required");
        refused(fields("accountGroup", "TEMPORARY", "validUntil", in(91)), "/fields/validUntil", "temporaryUntil");
        refused(fields("accountGroup", "TEMPORARY", "validUntil", in(-1)), "/fields/validUntil", "temporaryUntil");
        refused(
                fields("accountGroup", "TEMPORARY", "validUntil", in(90), "creditLimit", 1),
                "/fields/creditLimit",
                "temporaryCredit");
        office.customer(fields("name", NameMother.company(), "accountGroup", "TEMPORARY", "validUntil", in(90)));
    }

    @Test
    void there_is_one_shared_record_of_one_time_customers_in_an_organisation() {
        String unit = office.newUnit();
        Actor asker = office.requester(unit);
        Actor steward = office.steward(unit);
        Ask one = Ask.create("customers", unit, fields("name", "散客", "accountGroup", "ONE_TIME"), "x");
        UUID first = road.ask(one, asker);
        UUID second = road.ask(one, asker);
        assertThat(road.approve(first, null, List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);

        assertThatThrownBy(() -> road.approve(second, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).extracting("code").containsExactly("oneTimeTaken"));
        assertThatThrownBy(() -> road.ask(one, asker)).isInstanceOf(Refused.class);
    }

    private void refused(Map<String, Object> values, String pointer, String code) {
        Map<String, Object> whole = new java.util.HashMap<>(values);
        whole.put("name", NameMother.company());
        Actor asker = office.requester();
        assertThatThrownBy(() -> road.ask(AskMother.create(new java.util.HashMap<>(whole)), asker))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.pointer()).isEqualTo(pointer);
                            assertThat(finding.code()).isEqualTo(code);
                        }));
    }

    @Test
    void the_hub_asks_for_blocks_and_for_nothing_else() {
        String code = office.customer();
        assertThatThrownBy(() -> byItself.ask(AskMother.retire(code))).isInstanceOf(Refused.class);
        UUID id = office.askedUpdate(code, fields("phone", "13800138000"));

        assertThatThrownBy(
                        () -> jdbc.sql("insert into app_user (login, name, password_hash) values ('system', 'S', 'x')")
                                .update())
                .hasMessageContaining("app_user_is_a_person");
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into change_request (id, number, type, kind, status, org_unit_id,"
                                        + " owner_unit_id, record_id, reason_code, requested_by, created_at, version)"
                                        + " select gen_random_uuid(), 'X' || number, type, kind, status, org_unit_id,"
                                        + " owner_unit_id, record_id, reason_code, 'system', now(), 1 from change_request where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("change_request_of_the_hub");
    }
}
