package org.mdmhub.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While fields are frozen, what touches them waits or is refused; everything else goes on. */
@HubTest
class FreezesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    LaidFreezes freezes;

    @Autowired
    MasterTypes types;

    @Autowired
    org.mdmhub.organisation.Organisations organisations;

    @Autowired
    Road road;

    @Autowired
    RequestReader requests;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    private final String key = "f-" + UUID.randomUUID();

    @AfterEach
    void nothingStaysFrozen() {
        freezes.find(key)
                .ifPresent(
                        freeze -> approve(Ask.setting(LaidFreezes.TYPE, ChangeKind.RETIRE, key, 1, Map.of(), "test")));
    }

    @Test
    void a_change_of_frozen_fields_waits_for_the_end_and_is_applied_then() {
        String code = office.customer();
        laid("SCHEDULE");
        Actor asker = office.requester();
        // who has no account is told nothing
        jdbc.sql("insert into app_user (login, name, password_hash) values (?, 'asker', 'x')")
                .param(asker.login())
                .update();
        UUID id = road.ask(AskMother.update(code, 1, fields("duns", "123456789")), asker);

        assertThat(requests.detail(id, asker).findings())
                .extracting(Finding::code)
                .contains("frozen");
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.SCHEDULED);
        assertThat(jdbc.sql("select kind from notice where login = ? and request_id = ?")
                        .params(asker.login(), id)
                        .query(String.class)
                        .list())
                .contains("frozen");

        itsTimeHasCome(id);
        road.applyDue();
        assertThat(office.status(id)).as("still frozen").isEqualTo(ChangeStatus.SCHEDULED);

        approve(Ask.setting(LaidFreezes.TYPE, ChangeKind.RETIRE, key, 1, Map.of(), "test"));
        itsTimeHasCome(id);
        road.applyDue();
        assertThat(office.status(id)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_freeze_that_refuses_lets_nobody_approve_and_touches_nothing_else() {
        String code = office.customer();
        laid("REFUSE");
        UUID frozen = office.askedUpdate(code, fields("duns", "123456789"));
        UUID other = office.askedUpdate(code, fields("website", "one.example"));

        assertThatThrownBy(() -> office.approved(frozen))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FROZEN));
        assertThat(office.status(frozen)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(office.approved(other)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_month_end_is_found_by_the_working_days_of_both_months() {
        Freeze freeze = read(Map.of(
                "name",
                "Month end",
                "type",
                "customers",
                "groups",
                List.of("credit"),
                "window",
                "MONTH_END",
                "fromDay",
                -1,
                "fromTime",
                "18:00",
                "toDay",
                2,
                "toTime",
                "09:00",
                "then",
                "SCHEDULE"));
        WorkingCalendar calendar = WorkingCalendar.standard();

        // the last working day of September 2026 is the 30th, the second one of October the 9th
        Freeze.Window window = freeze.open(china("2026-10-05T12:00"), calendar).orElseThrow();
        assertThat(window).isEqualTo(new Freeze.Window(china("2026-09-30T18:00"), china("2026-10-09T09:00")));
        assertThat(freeze.open(china("2026-09-30T17:59"), calendar)).isEmpty();
        assertThat(freeze.open(china("2026-10-09T09:00"), calendar)).isEmpty();
        assertThat(freeze.next(china("2026-12-31T23:00"), calendar, 2)).hasSize(2);
    }

    @Test
    void what_is_wrong_with_a_freeze_is_told_at_its_entry() {
        Map<String, @Nullable Object> bad = fields(
                "name",
                "x",
                "type",
                "customers",
                "groups",
                List.of("nothing"),
                "window",
                "DATES",
                "from",
                "2026-12-31T18:00",
                "to",
                "2026-12-01T18:00",
                "then",
                "PERHAPS");
        assertThatThrownBy(() ->
                        road.ask(Ask.setting(LaidFreezes.TYPE, ChangeKind.CREATE, key, null, bad, "t"), office.lead()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting("pointer")
                                .contains("/fields/groups", "/fields/to", "/fields/then"));
    }

    private Freeze read(Map<String, Object> content) {
        Freeze freeze =
                FreezeContent.read("x", FieldValues.exact(content), types, organisations, new java.util.ArrayList<>());
        return java.util.Objects.requireNonNull(freeze);
    }

    private static Instant china(String text) {
        return LocalDateTime.parse(text).atZone(CHINA).toInstant();
    }

    /** A field that no other test asks for, from yesterday to next week. */
    private void laid(String then) {
        LocalDateTime today = LocalDateTime.now(CHINA).withNano(0);
        approve(Ask.setting(
                LaidFreezes.TYPE,
                ChangeKind.CREATE,
                key,
                null,
                fields(
                        "name",
                        "Stocktaking",
                        "nameZh",
                        "盘点",
                        "type",
                        "customers",
                        "fields",
                        List.of("duns"),
                        "orgUnits",
                        List.of(Office.EAST),
                        "window",
                        "DATES",
                        "from",
                        today.minusDays(1).toString(),
                        "to",
                        today.plusDays(7).toString(),
                        "then",
                        then),
                "test"));
    }

    private void approve(Ask ask) {
        road.approve(road.ask(ask, office.lead()), null, List.of(), office.lead());
    }

    private void itsTimeHasCome(UUID id) {
        jdbc.sql("update change_request set scheduled_for = now() - interval '1 second' where id = ?")
                .param(id)
                .update();
    }
}
