package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mdmhub.mother.CustomerMother.fields;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.mdmhub.HubTest;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub learns from its own records; what it learned holds once another lead has approved it, and not before. */
@HubTest
@Isolated("the model in force is the same for all tests")
class ModelLearningTest {

    private static final String TYPE = "customers";

    @Autowired
    private ModelLearning learning;

    @Autowired
    private LearnedModels learned;

    @Autowired
    private MatchModels models;

    @Autowired
    private Shadows shadows;

    @Autowired
    private DuplicatePairs pairs;

    @Autowired
    private DuplicateScan scan;

    @Autowired
    private Road road;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void asShippedAgain() {
        if (facts().setting() > 0) {
            applied(ChangeKind.RETIRE, Map.of());
            ended(scan.last().orElseThrow().id());
        }
    }

    private MatchModels.Facts facts() {
        return office.seeingAll(() -> models.of(TYPE).orElseThrow());
    }

    /** Enough to learn from, one in five written twice; the pairs of those. */
    private List<UUID> records() {
        return java.util.stream.IntStream.range(0, 180)
                .mapToObj(number -> {
                    String name = "上海" + NameMother.trade(4) + "机械";
                    String phone = "+8621" + (50_000_000 + NameMother.number());
                    String one = office.customer(fields("name", name + "有限公司", "phone", phone));
                    if (number % 5 > 0) {
                        return null;
                    }
                    String other = office.customer(fields("name", name + "有限责任公司", "phone", phone));
                    return pairs.find(office.id(one), office.id(other)).orElseThrow();
                })
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private LearnedModels.Head learn() {
        UUID job = learning.ask(TYPE, "lead", Instant.now()).orElseThrow();
        assertThat(learning.ask(TYPE, "lead", Instant.now())).contains(job);
        assertThat(ended(job).state()).isEqualTo(Job.State.DONE);
        return learned.of(TYPE).get(0);
    }

    private Job ended(UUID job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(
                        () -> jobs.find(job).orElseThrow(),
                        found -> !found.state().open());
    }

    private UUID asked(ChangeKind kind, Map<String, @Nullable Object> fields, Actor lead) {
        int version = facts().setting();
        return road.ask(
                Ask.setting(ModelWeights.TYPE, kind, TYPE, version == 0 ? null : version, fields, "a test"), lead);
    }

    private void applied(ChangeKind kind, Map<String, @Nullable Object> fields) {
        UUID request = asked(kind, fields, office.lead());
        assertThat(road.approve(request, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void what_it_learned_runs_in_shadow_is_switched_on_by_another_lead_and_scores_every_pair_anew() {
        List<UUID> doubles = records();
        doubles.subList(0, 5).forEach(pair -> pairs.dismiss(pair, "somebody", "two firms", Instant.now()));
        MatchModels.Facts before = facts();

        LearnedModels.Head head = learn();

        assertThat(head.state()).isEqualTo(LearnedModels.State.READY);
        assertThat(head.records()).isGreaterThanOrEqualTo(216);
        assertThat(head.same() + head.other()).isPositive();
        assertThat(facts()).as("nothing has changed yet").isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from match_pattern")
                        .query(Long.class)
                        .single())
                .isZero();
        Shadows.Sums sums = office.seeingAll(() -> shadows.sums(head.number(), 0.5));
        assertThat(sums.kept() + sums.added() + sums.gone()).isPositive();
        assertThat(List.of(sums.precisionNow(), sums.precisionThen(), sums.recallNow(), sums.recallThen()))
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(office.seeingAll(
                        () -> shadows.labelled(TYPE, head.number(), 0.5).now().judged()))
                .isLessThan(head.same() + head.other());

        Actor lead = office.lead();
        UUID request = asked(
                ChangeKind.CREATE,
                Map.of("learned", BigDecimal.valueOf(head.number()), "possible", new BigDecimal("0.6")),
                lead);
        assertThat(catchThrowableOfType(FourEyes.class, () -> road.approve(request, null, List.of(), lead)))
                .isNotNull();
        assertThat(facts()).isEqualTo(before);
        road.approve(request, null, List.of(), office.lead());

        MatchModels.Facts after = facts();
        assertThat(after.learned()).isEqualTo(head.number());
        assertThat(after.possible()).isEqualTo(0.6);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.parts()).isNotEqualTo(before.parts());
        ended(scan.last().orElseThrow().id());
        assertThat(jdbc.sql("select count(*) from duplicate_pair p"
                                + " join match_subject one on one.record_id = p.first_id"
                                + " join match_subject other on other.record_id = p.second_id"
                                + " where p.type = ? and p.status = 'OPEN' and p.model <> ?")
                        .params(TYPE, after.version())
                        .query(Long.class)
                        .single())
                .as("open pairs of living records that the model in force has not scored")
                .isZero();

        Map<String, @Nullable Object> shipped = new HashMap<>(Map.of("possible", new BigDecimal("0.5")));
        shipped.put("learned", null);
        applied(ChangeKind.UPDATE, shipped);
        assertThat(facts().learned()).isNull();
        assertThat(facts().parts()).isEqualTo(before.parts());
    }

    @Test
    void what_names_no_model_or_no_score_is_pointed_at_and_refused() {
        assertThat(refused(Map.of("learned", new BigDecimal("999999"), "possible", new BigDecimal("0.6"))))
                .containsExactly("/fields/learned");
        assertThat(refused(Map.of("learned", "seven", "possible", new BigDecimal("1.2"), "more", "x")))
                .containsExactlyInAnyOrder("/fields/learned", "/fields/possible", "/fields/more");
        assertThat(refused(Map.of("possible", "half"))).containsExactly("/fields/possible");
        assertThat(refused(Map.of("learned", BigDecimal.ONE))).contains("/fields/possible");
    }

    private List<String> refused(Map<String, @Nullable Object> fields) {
        return catchThrowableOfType(Refused.class, () -> asked(ChangeKind.CREATE, fields, office.lead()))
                .findings()
                .stream()
                .map(Finding::pointer)
                .toList();
    }

    @Test
    void work_that_is_given_up_leaves_nothing_behind() {
        int number = learned.begin(TYPE, "lead", Instant.now());
        learned.note(number, "customers.organisation", Map.of(1L, 2));
        learning.abandoned(jobs.find(jobs.ask("NOBODYS", TYPE, Map.of("model", number), "lead"))
                .orElseThrow());
        assertThat(learned.find(TYPE, number)).isEmpty();
        assertThat(learned.patterns(number, "customers.organisation")).isEmpty();
    }
}
