package org.mdmhub.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class HistoryTest {

    @Autowired
    History history;

    @Autowired
    MasterRecords records;

    @Autowired
    Organisations organisations;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Test
    void entries_come_newest_first_and_tell_who_why_and_what() {
        Actor asker = office.requester();
        Actor steward = office.steward();
        String code = office.customer(customerWith("website", "one.example"));
        UUID id = road.ask(AskMother.update(code, 1, fields("website", "two.example")), asker);
        road.approve(id, "fine", List.of(), steward);

        List<HistoryEntry> entries = entries(code);

        assertThat(entries).hasSize(2).isSortedAccordingTo((a, b) -> Long.compare(b.revision(), a.revision()));
        HistoryEntry newest = entries.get(0);
        assertThat(newest.who()).isEqualTo(asker.login());
        assertThat(newest.approvedBy()).containsExactly(steward.login());
        assertThat(newest.why()).isEqualTo("the facts have changed");
        assertThat(newest.requestId()).isEqualTo(id);
        assertThat(newest.kind()).isEqualTo("UPDATE");
        assertThat(newest.changes()).containsExactly(new FieldChange("website", "one.example", "two.example"));
        assertThat(entries.get(1).kind()).isEqualTo("CREATE");
    }

    @Test
    void both_who_approved_are_named_in_the_order_of_the_steps() {
        UUID id = office.asked(customerWith("creditLimit", 2_000_000));
        Actor steward = office.steward();
        Actor finance = office.finance();
        road.approve(id, null, List.of(), steward);
        road.approve(id, null, List.of(), finance);

        assertThat(entries(office.codeOf(id)).get(0).approvedBy()).containsExactly(steward.login(), finance.login());
    }

    @Test
    void a_reason_that_was_not_written_is_told_by_its_code() {
        String code = office.customer();
        office.done(new Ask(
                "customers", ChangeKind.RETIRE, code, null, null, Map.of(), null, null, null, null, null, true));

        assertThat(entries(code).get(0).why()).isEqualTo("CLOSURE");
        assertThat(entries(code).get(0).status()).isEqualTo(RecordStatus.RETIRED);
    }

    @Test
    void the_first_entry_lists_every_value_with_nothing_before() {
        String code = office.customer(customerWith("creditLimit", 1000.5, "validUntil", "2030-12-31"));

        List<FieldChange> first = entries(code).get(0).changes();

        assertThat(first).extracting(FieldChange::before).containsOnlyNulls();
        assertThat(replay(entries(code))).isEqualTo(office.values(code));
        assertThat(first)
                .extracting(FieldChange::field)
                .containsExactlyInAnyOrderElementsOf(office.values(code).keys());
    }

    @Test
    void the_record_as_of_an_entrys_instant_is_as_that_entry_left_it() {
        String code = office.customer(customerWith("website", "one.example"));
        office.updated(code, fields("website", "two.example"));
        office.updated(code, fields("website", null, "creditLimit", 7));
        List<HistoryEntry> entries = entries(code);

        for (int i = 0; i < entries.size(); i++) {
            FieldValues then = asOf(code, entries.get(i).at());
            assertThat(then).isEqualTo(replay(entries.subList(i, entries.size())));
        }
        assertThat(asOf(code, entries.get(1).at().plus(1, ChronoUnit.MICROS)).text("website"))
                .isEqualTo("two.example");
        var before = entries.get(2).at().minus(1, ChronoUnit.MICROS);
        assertThat(office.seeingAll(() -> history.asOf("customers", office.id(code), before)))
                .isEmpty();
    }

    @Test
    void each_version_can_be_looked_at_again() {
        String code = office.customer(customerWith("website", "one.example"));
        office.updated(code, fields("website", "two.example"));

        assertThat(atVersion(code, 1)).contains("one.example");
        assertThat(atVersion(code, 2)).contains("two.example");
        assertThat(atVersion(code, 3)).isEmpty();
    }

    @Test
    void the_history_is_paged_by_revision_and_changes_are_right_at_the_edge_of_a_page() {
        String code = office.customer(customerWith("website", "1.example"));
        office.updated(code, fields("website", "2.example"));
        office.updated(code, fields("website", "3.example"));
        long id = office.id(code);

        List<HistoryEntry> first = office.seeingAll(() -> history.of("customers", id, Long.MAX_VALUE, 2));
        List<HistoryEntry> second =
                office.seeingAll(() -> history.of("customers", id, first.get(1).revision(), 2));

        assertThat(first.get(1).changes()).containsExactly(new FieldChange("website", "1.example", "2.example"));
        assertThat(second).hasSize(1);
        assertThat(second.get(0).kind()).isEqualTo("CREATE");
    }

    @Test
    void what_was_refused_or_rejected_leaves_no_entry() {
        String code = office.customer();
        UUID id = office.askedUpdate(code, fields("website", "one.example"));
        road.reject(id, null, "no", office.steward());

        assertThat(entries(code)).hasSize(1);
        assertThat(office.record(code).version()).isEqualTo(1);
    }

    @Test
    void a_write_without_a_reason_is_refused_and_nothing_is_written() {
        String code = "UNIT-" + NameMother.number();
        OrgUnit group = organisations.find("GROUP").orElseThrow();

        assertThatThrownBy(() -> organisations.add(new OrgUnit(code, "Nobody", "无", group)))
                .hasStackTraceContaining("needs a change reason");
        assertThatThrownBy(() -> ChangeReason.administration("anna", " ").during(() -> {
                    organisations.add(new OrgUnit(code, "Nobody", "无", group));
                }))
                .hasStackTraceContaining("needs a change reason");

        assertThat(organisations.find(code)).isEmpty();
        assertThat(jdbc.sql("select count(*) from org_unit_aud where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_reason_ends_with_the_work_it_was_given_for() {
        AtomicBoolean inside = new AtomicBoolean();
        ChangeReason.setUp("outer").during(() -> {
            ChangeReason.declaredWithin(() -> {
                ChangeReason.setUp("inner").declare();
                inside.set("inner".equals(reasonNow()));
                return true;
            });
            assertThat(reasonNow()).isEqualTo("outer");
        });

        assertThat(inside).isTrue();
        assertThat(ChangeReason.current()).isNull();
    }

    private static String reasonNow() {
        ChangeReason now = ChangeReason.current();
        return now == null ? "none" : now.why();
    }

    private List<HistoryEntry> entries(String code) {
        long id = office.id(code);
        return office.seeingAll(() -> history.of("customers", id, Long.MAX_VALUE, 100));
    }

    private FieldValues asOf(String code, Instant at) {
        long id = office.id(code);
        return office.seeingAll(() ->
                records.values("customers", history.asOf("customers", id, at).orElseThrow()));
    }

    private Optional<String> atVersion(String code, int version) {
        long id = office.id(code);
        return office.seeingAll(() -> history.atVersion("customers", id, version)
                .map(record -> records.values("customers", record).text("website")));
    }

    /** The values that entries, newest first, lead to. */
    static FieldValues replay(List<HistoryEntry> entries) {
        FieldValues values = FieldValues.none();
        for (int i = entries.size() - 1; i >= 0; i--) {
            for (FieldChange change : entries.get(i).changes()) {
                assertThat(values.get(change.field())).as(change.field()).isEqualTo(change.before());
                values = values.with(change.field(), change.after());
            }
        }
        return values;
    }
}
