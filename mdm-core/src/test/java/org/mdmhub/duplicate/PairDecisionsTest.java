package org.mdmhub.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.matching.MatchLabels;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A steward at the queue: groups, many decided at once, and what he takes back. */
@HubTest
class PairDecisionsTest {

    @Autowired
    DuplicateQueue queue;

    @Autowired
    PairDecisions decisions;

    @Autowired
    TakingBack takingBack;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    MatchLabels labels;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    private final String trade = NameMother.trade(5);
    private final List<String> codes = new ArrayList<>();
    private Actor steward = new Actor("nobody", java.util.Map.of());

    @BeforeEach
    void threeLookAlikes() {
        steward = office.steward();
        codes.add(office.customer(fields("name", "上海" + trade + "有限公司", "creditLimit", 7)));
        codes.add(office.customer(fields("name", "上海" + trade + "有限责任公司")));
        codes.add(office.customer(fields("name", "上海" + trade + "股份有限公司")));
    }

    private Group group() {
        return shown(null).groups().get(0);
    }

    private DuplicateQueue.Page shown(MatchOutcome outcome) {
        return office.seeingAs(
                steward,
                () -> queue.page(
                        new DuplicateQueue.Filter(
                                steward.unitsWith(Right.JUDGE_DUPLICATES), "customers", outcome, 0.1, null, trade),
                        DuplicateQueue.Order.VALUE,
                        null));
    }

    private Set<UUID> ids(Group group) {
        return Set.copyOf(group.looks().stream().map(Look::id).toList());
    }

    @Test
    void look_alikes_stand_in_one_group_and_are_decided_in_one_go_and_taken_back_in_one() {
        Group group = group();
        assertThat(group.members()).hasSize(3);
        assertThat(group.best().worth()).isEqualByComparingTo("7");

        PairDecisions.Report report = decisions.dismiss(ids(group), "three firms", steward);

        assertThat(report.done()).hasSize(group.looks().size());
        assertThat(report.late()).isZero();
        assertThat(shown(null).groups()).isEmpty();
        assertThat(decisions.last(steward))
                .hasValueSatisfying(last -> assertThat(last.id()).isEqualTo(report.id()));
        assertThat(decisions.dismiss(ids(group), "again", steward).late())
                .isEqualTo(group.looks().size());

        assertThat(takingBack.takeBack(report.id(), steward))
                .isEqualTo(group.looks().size());
        assertThat(group().looks()).isEqualTo(group.looks());
        assertThat(takingBack.takeBack(report.id(), steward)).isZero();
    }

    @Test
    void a_label_that_was_taken_back_stays_and_neither_counts_nor_keeps_two_apart() {
        jdbc.sql("update duplicate_pair set outcome = 'MATCH' where id = any (?)")
                .param(ids(group()).toArray(UUID[]::new))
                .update();
        Look look = group().best();
        decisions.dismiss(List.of(look.id()), "two firms", steward);
        assertThat(labels.areDistinct(look.first(), look.second(), look.score()))
                .isTrue();

        assertThat(takingBack.reopen(look.id(), steward)).isTrue();

        assertThat(labels.areDistinct(look.first(), look.second(), look.score()))
                .isFalse();
        assertThat(labels("match_label", look)).isOne();
        assertThat(labels("match_label_held", look)).isZero();
    }

    private long labels(String where, Look look) {
        String sql = where.equals("match_label")
                ? "select count(*) from match_label where first_id = ? and second_id = ?"
                : "select count(*) from match_label_held where first_id = ? and second_id = ?";
        return jdbc.sql(sql)
                .params(look.first(), look.second())
                .query(Long.class)
                .single();
    }

    @Test
    void somebody_else_or_somebody_late_takes_nothing_back() {
        Group group = group();
        UUID decision = decisions.dismiss(ids(group), "three firms", steward).id();
        UUID one = group.best().id();

        assertThat(takingBack.takeBack(decision, office.lead())).isZero();
        assertThat(takingBack.reopen(one, office.lead())).isFalse();
        jdbc.sql("update duplicate_pair set decided_at = decided_at - interval '11 minutes' where decision = ?")
                .param(decision)
                .update();
        assertThat(takingBack.takeBack(decision, steward)).isZero();
        assertThat(takingBack.reopen(one, steward)).isFalse();
    }

    @Test
    void what_is_not_his_to_judge_he_neither_sees_nor_decides() {
        Actor south = office.stewardSouth();
        Set<UUID> ids = ids(group());

        assertThat(decisions.dismiss(ids, "not mine", south).done()).isEmpty();
        assertThat(group().looks()).hasSize(ids.size());
    }

    @Test
    void a_dismissal_in_the_queue_holds_until_something_that_is_compared_changes() {
        Group group = group();
        decisions.dismiss(ids(group), "three firms", steward);

        office.approved(office.askedUpdate(codes.get(0), fields("website", "https://example.com")));
        assertThat(shown(null).groups()).isEmpty();

        office.approved(office.askedUpdate(codes.get(0), fields("phone", "+862169999999")));
        assertThat(group().members()).contains(office.id(codes.get(0)));
        assertThat(decisions.last(steward))
                .hasValueSatisfying(last ->
                        assertThat(last.pairs()).isLessThan(group.looks().size()));
    }

    @Test
    void a_record_that_was_merged_is_not_in_the_queue_while_it_is() {
        Group before = group();
        String gone = codes.get(2);
        long id = office.id(gone);
        long survivor = office.id(codes.get(0));
        office.seeingAll(() -> jdbc.sql("update record set status = 'MERGED', survivor_id = ? where id = ?")
                .params(survivor, id)
                .update());
        try {
            assertThat(group().members()).hasSize(2).doesNotContain(id);
            UUID hidden = before.looks().stream()
                    .filter(look -> look.members().anyMatch(member -> member == id))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(office.seeingAs(steward, () -> pairs.find(hidden, office.allUnits())))
                    .isEmpty();
        } finally {
            office.seeingAll(() -> jdbc.sql("update record set status = 'ACTIVE', survivor_id = null where id = ?")
                    .param(id)
                    .update());
        }
    }

    @Test
    void what_is_filtered_away_ties_nothing_together() {
        assertThat(shown(MatchOutcome.MATCH).groups()).isEmpty();
        assertThat(shown(MatchOutcome.POSSIBLE).groups()).hasSize(1);
    }
}
