package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;

/**
 * Random merges, edits and unmerges in chains and overlaps. Every value is written once in the world, so that an
 * independent book of whose value is whose says what each record must hold when all is taken back.
 */
class CompositionTest {

    private static final int RECORDS = 12;
    private static final int STEPS = 60;
    private static final List<String> PLAIN = List.of("name", "phone", "email", "website", "street", "city");
    private static final Set<String> LISTS = Set.of("contacts");
    private static final List<Field<Object>> SCHEMA = schema();

    private static List<Field<Object>> schema() {
        List<Field<Object>> schema = new ArrayList<>();
        PLAIN.forEach(key -> schema.add(Field.<Object>text(key, record -> null, (record, value) -> {})));
        schema.add(
                Field.<Object>list("contacts", Field.Item.texts("name"), record -> List.of(), (record, value) -> {}));
        return schema;
    }

    /** The records as the database would show them, the merges that hold, and the book of owners. */
    private static final class World {
        final Random random;
        final Composition composition = new Composition();
        final Map<Long, FieldValues> rows = new LinkedHashMap<>();
        final Map<Long, Long> survivors = new HashMap<>();
        final Map<UUID, MergePlan> merges = new LinkedHashMap<>();
        final Map<String, Long> ownerOf = new HashMap<>();
        final Map<Long, Map<String, @Nullable String>> expected = new LinkedHashMap<>();
        final Map<Long, Map<String, @Nullable String>> items = new LinkedHashMap<>();
        int next;

        World(long seed) {
            random = new Random(seed);
            for (long id = 1; id <= RECORDS; id++) {
                born(id);
            }
        }

        private void born(long id) {
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, @Nullable String> own = new LinkedHashMap<>();
            for (String field : PLAIN) {
                if (random.nextInt(3) > 0) {
                    values.put(field, write(id));
                    own.put(field, (String) values.get(field));
                }
            }
            List<Map<String, Object>> contacts = new ArrayList<>();
            Map<String, @Nullable String> mine = new LinkedHashMap<>();
            IntStream.range(0, random.nextInt(3)).forEach(i -> {
                Map<String, Object> item = item("i" + id + "-" + i, write(id));
                contacts.add(item);
                mine.put((String) item.get("name"), (String) item.get("name"));
            });
            if (!contacts.isEmpty()) {
                values.put("contacts", contacts);
            }
            rows.put(id, FieldValues.of(values));
            expected.put(id, own);
            items.put(id, mine);
        }

        String write(long owner) {
            String value = "v" + next++;
            ownerOf.put(value, owner);
            return value;
        }

        List<Long> living() {
            return rows.keySet().stream()
                    .filter(id -> !survivors.containsKey(id))
                    .toList();
        }

        void merge() {
            List<Long> living = new ArrayList<>(living());
            java.util.Collections.shuffle(living, random);
            int size = Math.min(living.size(), 2 + random.nextInt(3));
            if (size < 2) {
                return;
            }
            List<Member> members = living.subList(0, size).stream()
                    .map(id -> new Member(id, "C" + id, 1, "U", Objects.requireNonNull(rows.get(id)), Map.of()))
                    .toList();
            Map<String, String> picks = new LinkedHashMap<>();
            PLAIN.forEach(field -> {
                if (random.nextInt(3) == 0) {
                    picks.put(field, members.get(random.nextInt(size)).code());
                }
            });
            MergeChoice choice = new MergeChoice(
                    members.get(0).code(),
                    members.stream().skip(1).map(Member::code).toList(),
                    picks,
                    Map.of(),
                    Set.of());
            MergePlan plan = new MergePlan(
                    "customers",
                    SCHEMA,
                    members,
                    choice,
                    (type, field, claims) -> new Survivorship.Winner(claims.get(random.nextInt(claims.size())), "any"));
            members.stream()
                    .filter(member -> !composition.isMerged(member.id()))
                    .forEach(member ->
                            composition.add(member.id(), member.values().asMap()));
            UUID id = new UUID(0, next++);
            composition.lay(new Composition.Merged(id, plan.survivor().id(), plan.others(), plan.layer()));
            assertThat(shown(plan.survivor().id())).isEqualTo(plan.after());
            rows.put(plan.survivor().id(), plan.after());
            plan.others().forEach(other -> survivors.put(other, plan.survivor().id()));
            merges.put(id, plan);
        }

        void edit() {
            List<Long> living = living();
            long id = living.get(random.nextInt(living.size()));
            FieldValues before = Objects.requireNonNull(rows.get(id));
            FieldValues after = random.nextInt(3) == 0 ? editedItems(id, before) : editedField(id, before);
            if (composition.isMerged(id)) {
                Edits.take(composition, id, before, after, LISTS);
                assertThat(shown(id)).as("what was edited is shown").isEqualTo(after);
            }
            rows.put(id, after);
        }

        private FieldValues editedField(long id, FieldValues before) {
            String field = PLAIN.get(random.nextInt(PLAIN.size()));
            String old = before.text(field);
            long owner = old == null ? id : Objects.requireNonNull(ownerOf.get(old));
            if (random.nextInt(4) == 0) {
                if (old != null) {
                    Objects.requireNonNull(expected.get(owner)).remove(field);
                }
                return before.with(field, null);
            }
            String value = write(owner);
            Objects.requireNonNull(expected.get(owner)).put(field, value);
            return before.with(field, value);
        }

        private FieldValues editedItems(long id, FieldValues before) {
            List<Map<String, Object>> contacts = new ArrayList<>(before.list("contacts"));
            int what = random.nextInt(3);
            if (what == 0 || contacts.isEmpty()) {
                Map<String, Object> item = item("n" + next++, write(id));
                contacts.add(random.nextInt(contacts.size() + 1), item);
                Objects.requireNonNull(items.get(id)).put((String) item.get("name"), (String) item.get("name"));
            } else {
                Map<String, Object> old = contacts.remove(random.nextInt(contacts.size()));
                long owner = Objects.requireNonNull(ownerOf.get((String) old.get("name")));
                Objects.requireNonNull(items.get(owner)).remove((String) old.get("name"));
                if (what == 1) {
                    Map<String, Object> item = item((String) old.get(ListItems.ID), write(owner));
                    contacts.add(random.nextInt(contacts.size() + 1), item);
                    Objects.requireNonNull(items.get(owner)).put((String) item.get("name"), (String) item.get("name"));
                }
            }
            return before.with("contacts", contacts.isEmpty() ? null : contacts);
        }

        void unmerge() {
            if (merges.isEmpty()) {
                return;
            }
            List<UUID> ids = new ArrayList<>(merges.keySet());
            takeBack(ids.get(random.nextInt(ids.size())));
        }

        void takeBack(UUID id) {
            MergePlan plan = Objects.requireNonNull(merges.remove(id));
            List<Long> tracked =
                    rows.keySet().stream().filter(composition::isMerged).toList();
            composition.takeAway(id);
            plan.others().forEach(survivors::remove);
            tracked.stream()
                    .filter(record -> !survivors.containsKey(record))
                    .forEach(record -> rows.put(record, shown(record)));
        }

        FieldValues shown(long record) {
            return composition.shown(record, new LinkedHashSet<>(PLAIN), LISTS);
        }

        private static Map<String, Object> item(String id, String name) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(ListItems.ID, id);
            item.put("name", name);
            return item;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261122})
    void whatever_happened_taking_all_back_leaves_each_record_with_its_own(long seed) {
        for (int round = 0; round < 250; round++) {
            World world = new World(seed * 1000 + round);
            for (int step = 0; step < STEPS; step++) {
                switch (world.random.nextInt(4)) {
                    case 0 -> world.merge();
                    case 1 -> world.unmerge();
                    default -> world.edit();
                }
            }
            List<UUID> left = new ArrayList<>(world.merges.keySet());
            java.util.Collections.shuffle(left, world.random);
            left.forEach(world::takeBack);
            String told = "seed " + (seed * 1000 + round);
            world.expected.forEach((id, own) -> {
                FieldValues row = Objects.requireNonNull(world.rows.get(id));
                assertThat(plain(row)).as(told + " record " + id).isEqualTo(own);
                assertThat(row.list("contacts").stream().map(item -> item.get("name")))
                        .as(told + " contacts of " + id)
                        .containsExactlyInAnyOrderElementsOf(
                                Objects.requireNonNull(world.items.get(id)).keySet());
            });
        }
    }

    private static Map<String, Object> plain(FieldValues row) {
        Map<String, Object> plain = new LinkedHashMap<>(row.asMap());
        plain.remove("contacts");
        return plain;
    }

    @Test
    void without_edits_every_order_of_taking_back_gives_exactly_what_was() {
        for (int round = 0; round < 500; round++) {
            World world = new World(7_000_000 + round);
            Map<Long, FieldValues> before = new LinkedHashMap<>(world.rows);
            IntStream.range(0, 6).forEach(step -> world.merge());
            List<UUID> merges = new ArrayList<>(world.merges.keySet());
            java.util.Collections.shuffle(merges, world.random);
            merges.forEach(world::takeBack);
            assertThat(world.rows).as("seed " + (7_000_000 + round)).isEqualTo(before);
        }
    }
}
