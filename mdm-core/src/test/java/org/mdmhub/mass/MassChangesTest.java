package org.mdmhub.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.job.Job;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many records, one decision; each still a request of its own with four eyes on it. */
@HubTest
class MassChangesTest {

    @Autowired
    MassChanges changes;

    @Autowired
    MassWork work;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "G" + NameMother.number();

    @Test
    void customers_of_a_departed_salesman_go_to_another_one_with_one_decision() {
        String left = "left-" + mark;
        List<String> codes = IntStream.range(0, 3)
                .mapToObj(i -> office.customer(customerWith(
                        "shortName",
                        mark,
                        "views",
                        List.of(
                                Map.of("orgUnit", "CN-EAST", "salesOwner", left),
                                Map.of("orgUnit", "CN-SOUTH", "salesOwner", "stays")))))
                .toList();
        office.customer(customerWith("shortName", mark));
        Actor asker = office.steward();

        MassChanges.Preview preview = preview(fields("views[salesOwner=" + left + "].salesOwner", "li.na"), asker);
        assertThat(preview.looked()).isEqualTo(4);
        assertThat(preview.unchanged()).isEqualTo(1);
        assertThat(preview.samples()).hasSize(3);
        MassChange change = shown(preview);
        assertThat(change.total()).isEqualTo(3);
        UUID request = changes.submit(change.key(), change.hash(), "Mr Zhang has left", asker);

        assertThatThrownBy(() -> road.approve(request, null, List.of(), asker)).isInstanceOf(FourEyes.class);
        Actor decider = office.steward();
        assertThat(road.approve(request, "agreed", List.of(), decider)).isEqualTo(ChangeStatus.APPLIED);
        finished(change);

        for (String code : codes) {
            assertThat(office.values(code).list("views"))
                    .extracting(view -> view.get("salesOwner"))
                    .containsExactlyInAnyOrder("li.na", "stays");
            assertThat(jdbc.sql(
                                    "select v.who || ' ' || (v.approved_by ->> 0) || ' ' || v.cause from revision v"
                                            + " join change_request r on r.id = v.request_id"
                                            + " where r.record_id = ? and r.part_of = (select number from change_request where id = ?)")
                            .params(office.id(code), request)
                            .query(String.class)
                            .list())
                    .contains(asker.login() + " " + decider.login() + " MASS_TASK");
        }
        assertThat(changes.find(change.key(), asker).orElseThrow().counts()).containsExactly(Map.entry("APPLIED", 3));
    }

    @Test
    void whoever_wrote_the_task_cannot_decide_on_a_part_not_even_past_the_domain() {
        String code = office.customer(customerWith("shortName", mark));
        Actor asker = office.steward();
        MassChange change = shown(preview(fields("website", "mass.example"), asker));
        UUID request = changes.submit(change.key(), change.hash(), "test", asker);
        road.approve(request, null, List.of(), office.lead());
        finished(change);

        UUID part = jdbc.sql("select id from change_request where part_of is not null and record_id = ?")
                .param(office.id(code))
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into decision (id, request_id, requested_by, round, step, verdict,"
                                        + " decided_by, decided_at) values (gen_random_uuid(), ?, ?, 2, 1, 'APPROVE', ?, now())")
                        .params(part, asker.login(), asker.login())
                        .update())
                .hasMessageContaining("does not decide on it");
    }

    @Test
    void what_moved_meanwhile_is_a_conflict_of_that_record_only() {
        String moved = office.customer(customerWith("shortName", mark, "website", "one.example"));
        String other = office.customer(customerWith("shortName", mark, "website", "one.example"));
        String elsewhere = office.customer(customerWith("shortName", mark, "website", "one.example"));
        Actor asker = office.steward();
        MassChange change = shown(preview(fields("website", "mass.example"), asker));
        office.updated(moved, fields("website", "three.example"));
        office.updated(elsewhere, fields("phone", "+8613800138000"));
        UUID request = changes.submit(change.key(), change.hash(), "test", asker);
        road.approve(request, null, List.of(), office.lead());
        finished(change);

        assertThat(changes.find(change.key(), asker).orElseThrow().counts())
                .containsEntry("APPLIED", 2)
                .containsEntry("CONFLICT", 1);
        assertThat(office.values(moved).text("website")).isEqualTo("three.example");
        assertThat(office.values(other).text("website")).isEqualTo("mass.example");
        assertThat(office.values(elsewhere).text("phone")).isEqualTo("+8613800138000");
    }

    @Test
    void the_strictest_policy_of_all_decides() {
        office.customer(customerWith("shortName", mark, "creditLimit", new BigDecimal(10)));
        office.customer(customerWith("shortName", mark));
        MassChange change = shown(preview(fields("creditLimit", new BigDecimal(2_000_000)), office.steward()));

        assertThat(change.steps()).hasSize(2);
        assertThat(change.steps().get(1).roles()).contains(Role.FINANCE);
    }

    @Test
    void nothing_else_than_what_was_shown_can_be_submitted_and_only_by_who_made_it() {
        office.customer(customerWith("shortName", mark));
        Actor asker = office.steward();
        MassChange change = shown(preview(fields("website", "mass.example"), asker));

        assertThatThrownBy(() -> changes.submit(change.key(), "0".repeat(64), "test", asker))
                .isInstanceOf(MassChanges.Wrong.class);
        assertThatThrownBy(() -> changes.submit(change.key(), change.hash(), "test", office.steward()))
                .isInstanceOf(MassChanges.Wrong.class);
        assertThat(changes.find(change.key(), office.stewardSouth())).isEmpty();
    }

    @Test
    void records_of_others_are_left_out_and_bad_values_are_told() {
        office.customer(customerWith("shortName", mark));
        Actor reader = ActorMother.actor(Role.AUDITOR, office.allUnits());

        assertThat(preview(fields("website", "x.example"), reader).notYours()).isEqualTo(1);
        assertThat(preview(fields("country", "XX"), office.steward()).wrong()).isEqualTo(1);
        assertThatThrownBy(() -> preview(fields("noSuchField", "x"), office.steward()))
                .isInstanceOf(MassChanges.Wrong.class);
    }

    @Test
    void a_batch_that_is_begun_again_does_nothing_twice() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            codes.add(office.customer(customerWith("shortName", mark)));
        }
        Actor asker = office.steward();
        MassChange change = shown(preview(fields("website", "mass.example"), asker));
        UUID request = changes.submit(change.key(), change.hash(), "test", asker);
        road.approve(request, null, List.of(), office.lead());
        finished(change);

        MassChanges.Standing standing = changes.find(change.key(), asker).orElseThrow();
        Job job = java.util.Objects.requireNonNull(standing.job());
        work.step(new Job(
                job.id(),
                job.kind(),
                job.subject(),
                job.content(),
                job.askedBy(),
                Job.State.RUNNING,
                0,
                0,
                0,
                0,
                0,
                null,
                job.createdAt(),
                null,
                null,
                job.epoch()));

        assertThat(jdbc.sql("select count(*) from change_request where part_of = (select number from change_request"
                                + " where id = ?)")
                        .param(request)
                        .query(Integer.class)
                        .single())
                .as("each record once, however often a batch is begun again")
                .isEqualTo(codes.size());
    }

    private MassChanges.Preview preview(Map<String, @Nullable Object> fields, Actor actor) {
        return changes.preview(
                new RecordList.Query("customers", mark, null, null, null, 0, 1), Map.of("q", mark), fields, actor);
    }

    private static MassChange shown(MassChanges.Preview preview) {
        return java.util.Objects.requireNonNull(preview.change());
    }

    private void finished(MassChange change) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select finished_at is not null from mass_change where key = ?")
                        .param(change.key())
                        .query(Boolean.class)
                        .single());
    }
}
