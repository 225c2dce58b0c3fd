package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurvivorshipRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final long SURVIVOR = 1;

    private static SurvivorshipRules by(Rule... rules) {
        return new SurvivorshipRules(
                Map.of(), List.of(rules), ShippedRules.usual().sources());
    }

    private static Claim claim(long record, Object value, int daysAgo, @Nullable String source) {
        return new Claim(record, "C" + record, value, NOW.minus(daysAgo, ChronoUnit.DAYS), source);
    }

    private static Survivorship.Winner choose(SurvivorshipRules rules, Claim... claims) {
        return choose(rules, List.of(claims));
    }

    private static Survivorship.Winner choose(SurvivorshipRules rules, List<Claim> claims) {
        return rules.choose(
                "phone", claims, new SurvivorshipRules.Circumstances(SURVIVOR, record -> record.intValue() * 10, NOW));
    }

    private static void wins(Survivorship.Winner winner, long record, String rule) {
        assertThat(winner.claim().record()).isEqualTo(record);
        assertThat(winner.rule()).isEqualTo(rule);
    }

    @Test
    void pinned_is_always_the_survivors() {
        wins(choose(by(Rule.PINNED, Rule.NEWEST), claim(2, "b", 1, "erp"), claim(1, "a", 90, "excel")), 1, "pinned");
    }

    @Test
    void pinned_leaves_it_to_the_next_rule_where_the_survivor_holds_nothing() {
        wins(choose(by(Rule.PINNED, Rule.NEWEST), claim(2, "b", 9, null), claim(3, "c", 1, null)), 3, "newest");
    }

    @Test
    void the_system_that_is_trusted_more_wins_and_a_person_is_trusted_most() {
        wins(choose(by(Rule.TRUST), claim(1, "a", 1, "crm"), claim(2, "b", 1, "erp")), 2, "trust");
        wins(choose(by(Rule.TRUST), claim(1, "a", 1, "erp"), claim(2, "b", 4000, null)), 2, "trust");
        wins(choose(by(Rule.TRUST), claim(1, "a", 1, "unheard-of"), claim(2, "b", 1, "excel")), 2, "trust");
    }

    @Test
    void trust_fades_by_half_in_each_half_life_and_never_without_one() {
        SourceTrust erp = new SourceTrust("erp", 0.8, 730);
        assertThat(erp.at(NOW, NOW)).isEqualTo(0.8);
        assertThat(erp.at(NOW.minus(730, ChronoUnit.DAYS), NOW)).isCloseTo(0.4, within(1e-9));
        assertThat(erp.at(NOW.minus(1460, ChronoUnit.DAYS), NOW)).isCloseTo(0.2, within(1e-9));
        assertThat(erp.at(NOW.plus(9, ChronoUnit.DAYS), NOW)).isEqualTo(0.8);
        assertThat(erp.at(null, NOW))
                .as("as old as can be")
                .isEqualTo(erp.at(NOW.minus(73_000, ChronoUnit.DAYS), NOW))
                .isGreaterThan(0);
        assertThat(new SourceTrust("hub", 1, null).at(null, NOW)).isEqualTo(1);
    }

    @Test
    void an_old_value_of_a_trusted_system_loses_against_a_new_one_of_another() {
        wins(choose(by(Rule.TRUST), claim(1, "a", 300, "erp"), claim(2, "b", 1, "crm")), 1, "trust");
        wins(choose(by(Rule.TRUST), claim(1, "a", 400, "erp"), claim(2, "b", 1, "crm")), 2, "trust");
    }

    @Test
    void the_newest_wins_and_what_nobody_dated_is_oldest() {
        wins(choose(by(Rule.NEWEST), claim(1, "a", 5, null), claim(2, "b", 4, null)), 2, "newest");
        wins(choose(by(Rule.NEWEST), new Claim(1, "C1", "a", null, null), claim(2, "b", 4, null)), 2, "newest");
    }

    @Test
    void the_longest_wins_by_code_points_and_says_nothing_of_numbers() {
        wins(choose(by(Rule.LONGEST), claim(1, "ab", 1, null), claim(2, "abc", 1, null)), 2, "longest");
        wins(choose(by(Rule.LONGEST), claim(1, "ab", 1, null), claim(2, "\uD840\uDC00", 1, null)), 1, "longest");
        wins(choose(by(Rule.LONGEST), claim(1, 1, 1, null), claim(2, 1000, 1, null)), 1, "survivor");
    }

    @Test
    void the_most_complete_record_wins() {
        wins(choose(by(Rule.MOST_COMPLETE), claim(1, "a", 1, null), claim(3, "c", 1, null)), 3, "mostComplete");
    }

    @Test
    void the_most_frequent_value_needs_three_claims_and_more_than_half() {
        SurvivorshipRules rules = by(Rule.MOST_FREQUENT, Rule.NEWEST);
        wins(choose(rules, claim(1, "a", 1, null), claim(2, "b", 5, null), claim(3, "b", 3, null)), 3, "mostFrequent");
        wins(choose(rules, claim(1, "a", 5, null), claim(2, "b", 1, null)), 2, "newest");
        wins(choose(rules, claim(1, "a", 5, null), claim(2, "b", 4, null), claim(3, "c", 1, null)), 3, "newest");
    }

    @Test
    void a_tie_goes_to_the_next_rule_and_at_last_to_the_survivor() {
        SurvivorshipRules rules = by(Rule.TRUST, Rule.LONGEST, Rule.NEWEST);
        wins(choose(rules, claim(1, "ab", 1, null), claim(2, "abc", 9, null)), 2, "longest");
        wins(choose(rules, claim(1, "ab", 9, null), claim(2, "cd", 1, null)), 2, "newest");
        wins(choose(rules, claim(2, "ab", 9, null), claim(1, "cd", 9, null)), 1, "survivor");
    }

    @Test
    void of_equal_winners_the_survivors_own_is_named() {
        wins(
                choose(by(Rule.MOST_FREQUENT), claim(3, "a", 1, null), claim(1, "a", 9, null), claim(2, "b", 1, null)),
                1,
                "mostFrequent");
    }

    @Test
    void a_field_has_its_own_rules_where_they_were_laid_down() {
        SurvivorshipRules rules =
                new SurvivorshipRules(Map.of("phone", List.of(Rule.LONGEST)), List.of(Rule.NEWEST), List.of());
        wins(choose(rules, claim(1, "123456", 9, null), claim(2, "123", 1, null)), 1, "longest");
        assertThat(rules.rules("email")).containsExactly(Rule.NEWEST);
    }

    @Property(seed = "20261122", tries = 1000)
    void the_order_of_the_others_says_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Rule> all = new ArrayList<>(List.of(Rule.values()));
        Collections.shuffle(all, random);
        SurvivorshipRules rules =
                by(all.subList(0, random.nextInt(all.size() + 1)).toArray(Rule[]::new));
        String[] sources = {null, "erp", "crm", "excel", "other"};
        List<Claim> claims = new ArrayList<>(IntStream.range(random.nextInt(2) + 1, random.nextInt(8) + 3)
                .mapToObj(record -> claim(
                        record,
                        "v".repeat(random.nextInt(3) + 1) + random.nextInt(2),
                        random.nextInt(3) * 500,
                        sources[random.nextInt(sources.length)]))
                .toList());
        Survivorship.Winner winner = choose(rules, claims);
        Collections.shuffle(claims, random);
        assertThat(choose(rules, claims)).isEqualTo(winner);
    }
}
