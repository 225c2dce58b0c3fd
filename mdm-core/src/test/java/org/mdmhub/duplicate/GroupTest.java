package org.mdmhub.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.matching.MatchOutcome;

/** Pairs that hang together make one group, as far as they really do. */
class GroupTest {

    private static Look look(long first, long second, double score) {
        return new Look(
                new UUID(first, second),
                "customers",
                first,
                second,
                score,
                MatchOutcome.POSSIBLE,
                List.of(),
                -10,
                BigDecimal.valueOf(first));
    }

    @Test
    void pairs_that_share_a_record_are_one_group_that_stands_where_its_best_pair_stands() {
        List<Group> groups =
                Group.of(List.of(look(1, 2, 0.6), look(8, 9, 0.7), look(2, 3, 0.9), look(1, 3, 0.5)), Look.BEST);

        assertThat(groups).extracting(Group::members).containsExactly(List.of(2L, 3L, 1L), List.of(8L, 9L));
        assertThat(groups.get(0).looks()).hasSize(3);
        assertThat(groups.get(0).best().score()).isEqualTo(0.9);
    }

    @Test
    void what_only_a_chain_ties_to_a_group_stands_by_itself_and_no_pair_is_lost() {
        List<Look> chain = new ArrayList<>();
        for (int one = 1; one < 5; one++) {
            for (int other = one + 1; other < 5; other++) {
                chain.add(look(one, other, 0.9));
            }
        }
        chain.add(look(4, 5, 0.6));

        List<Group> groups = Group.of(chain, Look.BEST);

        assertThat(groups).extracting(Group::members).contains(List.of(4L, 5L));
        assertThat(groups.get(0).members()).hasSize(4);
        assertThat(groups.stream().mapToInt(group -> group.looks().size()).sum())
                .isEqualTo(7);
    }

    @Test
    void a_group_holds_no_more_than_can_be_merged_at_once() {
        List<Look> many = new ArrayList<>();
        for (int one = 1; one < 13; one++) {
            for (int other = one + 1; other <= 13; other++) {
                many.add(look(one, other, 0.9));
            }
        }

        assertThat(Group.of(many, Look.BEST))
                .allSatisfy(group -> assertThat(group.members()).hasSizeBetween(2, Group.MOST));
    }

    @Test
    void by_worth_the_dearest_comes_first() {
        assertThat(Group.of(List.of(look(1, 2, 0.9), look(5, 6, 0.6)), Look.DEAREST))
                .extracting(group -> group.best().first())
                .containsExactly(5L, 1L);
    }
}
