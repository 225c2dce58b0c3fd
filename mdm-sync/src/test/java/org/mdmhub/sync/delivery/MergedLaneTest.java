package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Merger;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.mdmhub.sync.target.Target;
import org.springframework.beans.factory.annotation.Autowired;

/** Merging and taking it back, as a target hears of them. */
class MergedLaneTest extends TargetTest {

    private static final String TYPE = "customers";

    @Autowired
    Merger merger;

    @BeforeEach
    void the_target_hears_of_merges() {
        jdbc.sql("insert into field_mapping (target, type, position, source, target_field, form) values"
                        + " (?, 'customers', 3, 'survivorCode', 'Into', 'AS_IS'),"
                        + " (?, 'customers', 4, 'survivorKey', 'IntoKey', 'AS_IS'),"
                        + " (?, 'customers', 5, 'status', 'Status', 'AS_IS'),"
                        + " (?, 'customers', 6, 'relations', 'Relations', 'JSON')")
                .params(target, target, target, target)
                .update();
    }

    private String delivered() {
        String code = create();
        settled(code, State.DELIVERED);
        return code;
    }

    private Lane settledAt(String code, int version) {
        return await().atMost(LONGEST)
                .until(() -> lane(code), lane -> lane.state() == State.DELIVERED && lane.deliveredVersion() == version);
    }

    private Message last(String code) {
        List<Message> all = connector.pushed(target).stream()
                .filter(message -> message.code().equals(code))
                .toList();
        return all.get(all.size() - 1);
    }

    private List<String> pushedCodes() {
        return connector.pushed(target).stream().map(Message::code).toList();
    }

    @Test
    void the_survivor_goes_first_and_the_loser_says_where_it_leads() {
        String survivor = delivered();
        String loser = delivered();

        merger.merge(TYPE, survivor, loser);
        settledAt(loser, 2);

        assertThat(pushedCodes().subList(2, 4)).containsExactly(survivor, loser);
        assertThat(last(loser).status()).isEqualTo("MERGED");
        assertThat(last(loser).survivorCode()).isEqualTo(survivor);
        assertThat(last(loser).body())
                .containsEntry("Into", survivor)
                .containsEntry("IntoKey", "key-" + survivor)
                .containsEntry("Status", "MERGED");
        assertThat(last(survivor).body()).containsEntry("Into", null);
    }

    @Test
    void taken_back_both_are_told_whole_as_living() {
        String survivor = delivered();
        String loser = delivered();
        UUID merge = merger.merge(TYPE, survivor, loser);
        settledAt(loser, 2);

        merger.unmerge(TYPE, merge, survivor, loser);
        settledAt(survivor, 3);
        settledAt(loser, 3);

        assertThat(last(loser).status()).isEqualTo("ACTIVE");
        assertThat(last(loser).body())
                .containsEntry("Into", null)
                .containsEntry("Status", "ACTIVE")
                .containsKey("Name");
    }

    @Test
    void the_end_of_a_chain_is_told_to_those_that_were_merged_before() {
        String first = delivered();
        String second = delivered();
        String third = delivered();
        merger.merge(TYPE, second, first);
        settledAt(first, 2);
        UUID later = merger.merge(TYPE, third, second);
        await().atMost(LONGEST).until(() -> third.equals(last(first).survivorCode()));
        settledAt(first, 2);
        assertThat(last(second).survivorCode()).isEqualTo(third);
        merger.unmerge(TYPE, later, third, second);
        await().atMost(LONGEST).until(() -> second.equals(last(first).survivorCode()));
        settledAt(second, 4);
    }

    @Test
    void a_target_that_never_held_the_loser_is_told_nothing() {
        put(Target.Mode.SHADOW, 0);
        String survivor = create();
        String loser = create();
        merger.merge(TYPE, survivor, loser);
        put(Target.Mode.LIVE, 0);

        Lane lane = settled(loser, State.DELIVERED);

        assertThat(lane.lastOutcome()).isEqualTo("Unneeded");
        assertThat(lane.deliveredVersion()).isZero();
        assertThat(pushedCodes()).containsExactly(survivor);
    }

    @Test
    void one_that_was_never_there_is_created_once_it_lives_again() {
        put(Target.Mode.SHADOW, 0);
        String survivor = create();
        String loser = create();
        UUID merge = merger.merge(TYPE, survivor, loser);
        put(Target.Mode.LIVE, 0);
        settled(loser, State.DELIVERED);

        merger.unmerge(TYPE, merge, survivor, loser);

        settledAt(loser, 3);
        assertThat(last(loser).status()).isEqualTo("ACTIVE");
    }

    @Test
    void where_it_is_unknown_whether_the_target_holds_the_loser_it_is_read_and_told() {
        String survivor = delivered();
        put(Target.Mode.SHADOW, 0);
        String loser = create();
        Lane dead = lanes.claim(target).orElseThrow();
        connector.keep(target, new Message(TYPE, loser, "ACTIVE", 1, null, null, Map.of("Name", "x")));
        merger.merge(TYPE, survivor, loser);
        jdbc.sql("update lane set lease_until = now() - interval '1 second' where id = ?")
                .param(dead.id())
                .update();
        put(Target.Mode.LIVE, 0);

        settledAt(loser, 2);

        assertThat(last(loser).targetKey()).isEqualTo("key-" + loser);
        assertThat(last(loser).body()).containsEntry("Into", survivor);
    }

    @Test
    void where_the_courier_died_before_it_sent_the_loser_is_not_created() {
        String survivor = delivered();
        put(Target.Mode.SHADOW, 0);
        String loser = create();
        Lane dead = lanes.claim(target).orElseThrow();
        merger.merge(TYPE, survivor, loser);
        jdbc.sql("update lane set lease_until = now() - interval '1 second' where id = ?")
                .param(dead.id())
                .update();
        put(Target.Mode.LIVE, 0);

        assertThat(settled(loser, State.DELIVERED).lastOutcome()).isEqualTo("Unneeded");
        assertThat(pushedCodes()).doesNotContain(loser);
    }

    @Test
    void a_delivery_that_was_on_its_way_at_the_merge_is_followed_by_the_news_of_it() {
        String survivor = delivered();
        put(Target.Mode.SHADOW, 0);
        String loser = create();
        Lane onItsWay = lanes.claim(target).orElseThrow();
        merger.merge(TYPE, survivor, loser);
        lanes.delivered(onItsWay, 1, new Outcome.Accepted("key-" + loser, null));
        put(Target.Mode.LIVE, 0);

        settledAt(loser, 2);

        assertThat(last(loser).status()).isEqualTo("MERGED");
    }

    @ParameterizedTest(name = "survivor {0}, its key known there: {1}; the loser''s turn: {2}")
    @CsvSource({
        "PENDING,      false, false",
        "PENDING,      true,  false",
        "UNDERWAY,     true,  false",
        "RETRYING,     false, false",
        "RETRYING,     true,  false",
        "HELD,         true,  false",
        "NEEDS_STEWARD,false, false",
        "NEEDS_STEWARD,true,  true",
        "DELIVERED,    true,  true",
        "DELIVERED,    false, true",
    })
    void the_loser_waits_until_the_target_holds_its_survivor(State survivors, boolean known, boolean turn) {
        put(Target.Mode.SHADOW, 0);
        String survivor = create();
        String loser = create();
        merger.merge(TYPE, survivor, loser);
        jdbc.sql("update lane set state = ?, target_key = case when ? then 'k' end,"
                        + " next_attempt_at = now() + interval '1 hour' where id = ?")
                .params(survivors.name(), known, lane(survivor).id())
                .update();

        assertThat(lanes.claim(target).isPresent()).isEqualTo(turn);
        jdbc.sql("update lane set lease_until = null where target = ?")
                .param(target)
                .update();
        assertThat(lanes.claim(lane(loser).id()).isPresent()).isEqualTo(turn);
    }

    @Test
    void a_survivor_that_is_refused_and_held_before_lets_the_loser_go() {
        String survivor = delivered();
        String loser = delivered();
        connector.next(target, message -> new Outcome.Rejected(List.of(new Refusal("Name", "too long"))));

        merger.merge(TYPE, survivor, loser);

        settledAt(loser, 2);
        assertThat(lane(survivor).state()).isEqualTo(State.NEEDS_STEWARD);
    }

    @Test
    void who_names_a_merged_record_is_told_anew_with_the_code_of_the_survivor() {
        String survivor = delivered();
        String loser = delivered();
        String child = office.customer(
                CustomerMother.customerWith("relations", List.of(Map.of("id", "r1", "kind", "PARENT", "code", loser))));
        settledAt(child, 1);

        UUID merge = merger.merge(TYPE, survivor, loser);
        await().atMost(LONGEST)
                .until(() -> String.valueOf(last(child).body().get("Relations")).contains(survivor));
        settledAt(child, 1);
        assertThat(office.values(child).list("relations").get(0)).containsEntry("code", loser);

        merger.unmerge(TYPE, merge, survivor, loser);
        await().atMost(LONGEST)
                .until(() -> String.valueOf(last(child).body().get("Relations")).contains(loser));
        settledAt(child, 1);
    }

    @Test
    void a_survivor_that_names_its_loser_does_not_name_itself() {
        String loser = delivered();
        String survivor = office.customer(CustomerMother.customerWith(
                "relations", List.of(Map.of("id", "r1", "kind", "RELATED_PARTY", "code", loser))));
        settledAt(survivor, 1);

        merger.merge(TYPE, survivor, loser);

        settledAt(survivor, 2);
        assertThat(last(survivor).body()).containsEntry("Relations", null);
    }

    @Test
    void a_merge_that_comes_while_a_message_is_on_its_way_is_not_lost() {
        String survivor = delivered();
        String loser = delivered();
        String child = office.customer(
                CustomerMother.customerWith("relations", List.of(Map.of("id", "r1", "kind", "PARENT", "code", loser))));
        settledAt(child, 1);
        put(Target.Mode.SHADOW, 0);
        office.done(AskMother.update(child, 1, Map.of("phone", "+8613800138000")));
        Lane onItsWay = lanes.claim(target).orElseThrow();

        merger.merge(TYPE, survivor, loser);
        lanes.delivered(onItsWay, 2, new Outcome.Accepted("key-" + child, null));
        assertThat(lane(child).state()).isEqualTo(State.PENDING);
        put(Target.Mode.LIVE, 0);
        await().atMost(LONGEST)
                .until(() -> String.valueOf(last(child).body().get("Relations")).contains(survivor));
        settledAt(child, 2);
    }

    @Test
    void a_key_that_a_target_gives_after_the_merge_belongs_to_the_survivor() {
        String survivor = delivered();
        String loser = delivered();
        merger.merge(TYPE, survivor, loser);
        keys.add("excel", TYPE, "late-" + loser, office.id(loser), java.time.Instant.now());

        assertThat(keys.find("excel", TYPE, "late-" + loser)).contains(office.id(survivor));
    }
}
