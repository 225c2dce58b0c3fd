package org.mdmhub.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** All tests share one database, so that each rule here speaks of a brand of its own. */
@HubTest
class RulesOnTheRoadTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    RuleBook book;

    @Autowired
    Trials trials;

    @Autowired
    Jobs jobs;

    @Test
    void a_rule_stops_records_from_its_approval_on_until_it_is_switched_off() {
        String group = "G" + NameMother.number();
        String key = approved("R-" + group, rule("when", only(group), "message", "no phone", "messageZh", "缺电话"));

        assertThatThrownBy(() -> office.asked(customerWith("customerGroup", group)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .containsExactly(Finding.error("/fields/phone", "rule", "no phone", "缺电话", key)));
        office.customer(customerWith("customerGroup", group, "phone", "+8613800138000"));
        office.customer();

        change(ChangeKind.UPDATE, key, 1, fields("active", false));
        office.customer(customerWith("customerGroup", group));
    }

    @Test
    void a_rule_that_is_asked_for_but_not_approved_says_nothing() {
        String group = "G" + NameMother.number();
        road.ask(
                Ask.setting("rules", ChangeKind.CREATE, "R-" + group, null, rule("when", only(group)), "test"),
                office.lead());

        office.customer(customerWith("customerGroup", group));
    }

    @Test
    void a_rule_that_is_none_is_refused_by_field() {
        assertThatThrownBy(() -> road.ask(
                        Ask.setting("rules", ChangeKind.CREATE, "R-X", null, rule("field", "planet"), "test"),
                        office.lead()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::pointer, Finding::code)
                                .containsExactly(org.assertj.core.api.Assertions.tuple("/fields/field", "ruleField")));
    }

    @Test
    void a_warning_does_not_stop() {
        String group = "G" + NameMother.number();
        approved("R-" + group, rule("when", only(group), "severity", "WARNING"));

        office.customer(customerWith("customerGroup", group));
    }

    @Test
    void a_record_that_was_there_before_the_rule_keeps_its_value_to_itself() {
        String group = "G" + NameMother.number();
        String first = office.customer(customerWith("customerGroup", group, "shortName", "Ab 1"));
        String key = approved("R-" + group, unique(group));
        awaitFilled(key);

        assertThatThrownBy(() -> office.asked(customerWith("customerGroup", group, "shortName", "ＡＢ１")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().get(0).args().get(0))
                                .endsWith("(" + first + ")"));
        office.updated(first, fields("shortName", "other"));
        office.customer(customerWith("customerGroup", group, "shortName", "AB1"));
    }

    @Test
    void of_ten_that_are_approved_at_once_with_the_same_value_one_comes_through() {
        String group = "G" + NameMother.number();
        awaitFilled(approved("R-" + group, unique(group)));
        List<UUID> asked = IntStream.range(0, 10)
                .mapToObj(i -> office.asked(customerWith("customerGroup", group, "shortName", "same")))
                .toList();

        List<Together.Result<ChangeStatus>> results = Together.run(asked.stream()
                .map(request -> (Callable<ChangeStatus>) () -> office.approved(request))
                .toList());

        assertThat(results)
                .filteredOn(result -> result.value() == ChangeStatus.APPLIED)
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.failure() != null)
                .hasSize(9)
                .allMatch(result ->
                        result.failure() instanceof Refused refused && refused.reason() == Refused.Reason.INVALID);
    }

    @Test
    void a_retired_record_gives_its_value_back() {
        String group = "G" + NameMother.number();
        awaitFilled(approved("R-" + group, unique(group)));
        String first = office.customer(customerWith("customerGroup", group, "shortName", "once"));

        office.done(AskMother.retire(first));

        office.customer(customerWith("customerGroup", group, "shortName", "once"));
    }

    @Test
    void a_trial_counts_and_lists_what_would_fail_of_what_its_asker_sees() {
        String group = "G" + NameMother.number();
        String without = office.customer(customerWith("customerGroup", group));
        office.customer(customerWith("customerGroup", group, "phone", "+8613800138000"));

        Job job = tried(rule("when", only(group)), office.lead());
        Job south = tried(rule("when", only(group)), office.requesterSouth());

        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.found()).isEqualTo(1);
        assertThat(job.done()).isGreaterThanOrEqualTo(2);
        assertThat(office.seeingAs(office.lead(), () -> trials.failing(job.id(), 200)))
                .extracting(Trials.Failing::code)
                .containsExactly(without);
        assertThat(office.seeingAs(office.requesterSouth(), () -> trials.failing(job.id(), 200)))
                .isEmpty();
        assertThat(south.found()).isZero();
        assertThat(office.seeingAll(() -> trials.find(job.id(), office.lead()))).isEmpty();
    }

    @Test
    void a_trial_of_what_must_be_unique_lists_all_that_share_a_value() {
        String group = "G" + NameMother.number();
        String one = office.customer(customerWith("customerGroup", group, "shortName", "twice"));
        String other = office.customer(customerWith("customerGroup", group, "shortName", "Twice"));
        office.customer(customerWith("customerGroup", group, "shortName", "once"));

        Job job = tried(unique(group), office.lead());

        assertThat(job.found()).isEqualTo(2);
        assertThat(office.seeingAs(office.lead(), () -> trials.failing(job.id(), 200)))
                .extracting(Trials.Failing::code)
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void a_trial_that_was_given_up_finds_nothing_more() {
        Actor lead = office.lead();
        UUID id = trials.begin("R-X", rule(), lead);

        assertThat(trials.cancel(id, office.lead())).isFalse();
        assertThat(trials.cancel(id, lead)).isTrue();

        assertThat(awaitEnd(id).state()).isIn(Job.State.CANCELLED, Job.State.DONE);
    }

    private Job tried(Map<String, @Nullable Object> content, Actor asker) {
        assertThat(trials.check(content)).isEmpty();
        return awaitEnd(trials.begin("R-T", content, asker));
    }

    private Job awaitEnd(UUID id) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> jobs.find(id).orElseThrow(), job -> !job.state().open());
    }

    private void awaitFilled(String key) {
        assertThat(awaitEnd(jobs.last("FILL", key).orElseThrow().id()).state()).isEqualTo(Job.State.DONE);
    }

    private String approved(String key, Map<String, @Nullable Object> content) {
        change(ChangeKind.CREATE, key, null, content);
        assertThat(office.inTransaction(() -> book.find(key)).orElseThrow().speaks())
                .isTrue();
        return key;
    }

    private void change(ChangeKind kind, String key, @Nullable Integer base, Map<String, @Nullable Object> content) {
        UUID request = road.ask(Ask.setting("rules", kind, key, base, content, "a test wants it"), office.lead());
        assertThat(road.approve(request, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    private static Map<String, @Nullable Object> unique(String group) {
        return rule("check", "UNIQUE", "field", "shortName", "when", only(group));
    }

    private static Map<String, @Nullable Object> rule(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> content = fields(
                "type", "customers", "name", "Phone", "check", "REQUIRED", "field", "phone", "severity", "ERROR");
        content.putAll(fields(keysAndValues));
        return content;
    }

    private static List<Map<String, Object>> only(String group) {
        return List.of(Map.of("field", "customerGroup", "is", "EQUAL", "value", group));
    }
}
