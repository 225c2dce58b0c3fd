package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merges, edits and unmerges that meet, and many of them one behind the other. */
@HubTest
class MergeRaceTest {

    @Autowired
    Road road;

    @Autowired
    MergePreviews previews;

    @Autowired
    Office office;

    @Autowired
    History history;

    @Autowired
    ForeignKeys keys;

    @Autowired
    JdbcClient jdbc;

    private UUID asked(String survivor, List<String> others, Map<String, String> picks) {
        MergeChoice choice = new MergeChoice(survivor, others, picks, Map.of(), Set.of());
        String hash = previews.of("customers", choice, office.steward()).plan().hash();
        return road.ask(
                Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "one"), office.requester());
    }

    private UUID askedBack(UUID merge) {
        return road.ask(
                Ask.merge("customers", ChangeKind.UNMERGE, MergeWish.unmerge(merge, Map.of()), "two"),
                office.requester());
    }

    private String customer(@Nullable Object... more) {
        Map<String, @Nullable Object> all = fields("name", NameMother.company());
        all.putAll(fields(more));
        return office.customer(all);
    }

    private @Nullable ChangeStatus approve(UUID id) {
        try {
            return road.approve(id, null, List.of(), office.steward());
        } catch (Refused e) {
            assertThat(e.reason()).isEqualTo(Refused.Reason.STATE);
            return null;
        }
    }

    private void atOnce(UUID one, UUID other) {
        List<Callable<Boolean>> both = List.of(() -> approve(one) != null, () -> approve(other) != null);
        assertThat(Together.run(both)).extracting(Together.Result::failure).containsOnlyNulls();
    }

    @RepeatedTest(4)
    void of_two_merges_that_share_a_record_one_wins_and_the_other_writes_nothing() {
        String shared = customer("email", "a@b.example");
        UUID one = asked(customer(), List.of(shared), Map.of());
        UUID other = asked(customer(), List.of(shared), Map.of());

        atOnce(one, other);

        assertThat(List.of(office.request(one).status(), office.request(other).status()))
                .containsOnlyOnce(ChangeStatus.APPLIED);
        UUID won = office.request(one).status() == ChangeStatus.APPLIED ? one : other;
        assertThat(office.record(shared).survivorId())
                .isEqualTo(office.request(won).recordId());
        assertThat(jdbc.sql("select count(*) from merge_member where record_id = ? and active and place > 0")
                        .param(office.record(shared).id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @RepeatedTest(4)
    void an_edit_and_a_merge_at_once_come_one_behind_the_other() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        UUID merge = asked(one, List.of(other), Map.of());
        UUID edit = office.askedUpdate(one, fields("website", "https://late.example"));

        atOnce(merge, edit);

        assertThat(office.request(edit).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(one).text("website")).isEqualTo("https://late.example");
        boolean merged = office.request(merge).status() == ChangeStatus.APPLIED;
        assertThat(office.request(merge).status()).isIn(ChangeStatus.APPLIED, ChangeStatus.CONFLICT);
        assertThat(office.record(other).status()).isEqualTo(merged ? RecordStatus.MERGED : RecordStatus.ACTIVE);
    }

    @RepeatedTest(4)
    void a_merge_and_taking_back_the_one_before_at_once_lose_nothing() {
        String a = customer("email", "a@b.example");
        String b = customer("website", "https://b.example");
        String c = customer("phone", "13800138000");
        List<FieldValues> own = List.of(office.values(a), office.values(b), office.values(c));
        UUID first = asked(b, List.of(a), Map.of());
        office.approved(first);
        UUID second = asked(c, List.of(b), Map.of());
        UUID back = askedBack(first);

        atOnce(second, back);

        if (office.request(back).status() != ChangeStatus.APPLIED) {
            office.approved(askedBack(first));
        }
        if (office.request(second).status() == ChangeStatus.APPLIED) {
            office.approved(askedBack(second));
        }
        assertThat(List.of(office.values(a), office.values(b), office.values(c)))
                .isEqualTo(own);
    }

    @Test
    void many_merges_edits_and_unmerges_leave_nothing_behind() {
        long seed = 20261122;
        Random random = new Random(seed);
        Map<String, FieldValues> born = new LinkedHashMap<>();
        Map<String, String> keyOf = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            String key = "R-" + UUID.randomUUID();
            UUID id = road.ask(
                    Ask.create("customers", Office.EAST, random(random), "new").from("crm", key), office.requester());
            office.approved(id);
            String code = office.codeOf(id);
            born.put(code, office.values(code));
            keyOf.put(code, key);
        }
        List<UUID> merges = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            List<String> living = born.keySet().stream()
                    .filter(code -> office.record(code).status().living())
                    .toList();
            if (random.nextBoolean() && living.size() > 2) {
                List<String> members = new ArrayList<>(living);
                java.util.Collections.shuffle(members, random);
                int size = 2 + random.nextInt(2);
                UUID id = asked(
                        members.get(0), members.subList(1, size), Map.of("website", members.get(random.nextInt(size))));
                assertThat(approve(id)).isEqualTo(ChangeStatus.APPLIED);
                merges.add(id);
            } else if (!merges.isEmpty()) {
                assertThat(approve(askedBack(merges.remove(random.nextInt(merges.size())))))
                        .isEqualTo(ChangeStatus.APPLIED);
            }
            holds(keyOf, "seed " + seed + " step " + step);
        }
        while (!merges.isEmpty()) {
            assertThat(approve(askedBack(merges.remove(random.nextInt(merges.size())))))
                    .isEqualTo(ChangeStatus.APPLIED);
        }
        born.forEach((code, values) -> assertThat(office.values(code)).as(code).isEqualTo(values));
        assertThat(jdbc.sql(
                                "select count(*) from merge_own where record_id in (select id from record where code in (:codes))")
                        .param("codes", born.keySet())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Map<String, @Nullable Object> random(Random random) {
        Map<String, @Nullable Object> all = fields("name", NameMother.company());
        if (random.nextBoolean()) {
            all.put("website", "https://w" + random.nextInt(1000) + ".example");
        }
        if (random.nextBoolean()) {
            all.put("contacts", List.of(Map.of("name", "联系人" + random.nextInt(1000))));
        }
        if (random.nextBoolean()) {
            all.put("street", "人民路" + random.nextInt(1000) + "号");
            all.put("city", "上海市");
        }
        return all;
    }

    /** Every key belongs to what its record leads to, and the history of each record replays to what it is. */
    private void holds(Map<String, String> keyOf, String told) {
        keyOf.forEach((code, key) -> {
            String top = code;
            while (office.record(top).survivorId() != null) {
                long next = Objects.requireNonNull(office.record(top).survivorId());
                top = keyOf.keySet().stream()
                        .filter(other -> office.record(other).id() == next)
                        .findFirst()
                        .orElseThrow();
            }
            assertThat(keys.find("crm", "customers", key))
                    .as(told)
                    .contains(office.record(top).id());
            Map<String, @Nullable Object> replayed = new LinkedHashMap<>();
            List<HistoryEntry> entries =
                    new ArrayList<>(history.of("customers", office.record(code).id(), Long.MAX_VALUE, 200));
            java.util.Collections.reverse(entries);
            entries.forEach(entry -> entry.changes().forEach(change -> put(replayed, change)));
            assertThat(FieldValues.of(replayed)).as(told + " " + code).isEqualTo(office.values(code));
        });
    }

    private static void put(Map<String, @Nullable Object> replayed, FieldChange change) {
        replayed.put(change.field(), change.after());
    }
}
