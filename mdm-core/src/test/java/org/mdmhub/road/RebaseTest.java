package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** Open requests on one record, at random: those on different fields rebase, those on the same field or set conflict. */
@HubTest
class RebaseTest {

    /** Fields that can be asked for, by the set in which they belong together. */
    private static final Map<String, String> SETS = sets();

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Differences differences;

    private static Map<String, String> sets() {
        Map<String, String> sets = new LinkedHashMap<>();
        List.of("shortName", "legalPerson", "website", "invoiceTitle", "settlementMethod")
                .forEach(key -> sets.put(key, key));
        List.of("street", "postalCode").forEach(key -> sets.put(key, "address"));
        return sets;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026, 20261122})
    void the_outcome_is_that_of_the_model(long seed) {
        Random random = new Random(seed);
        String code = office.customer(fields("name", NameMother.company()));
        for (int round = 0; round < 4; round++) {
            Map<String, @Nullable Object> model = new LinkedHashMap<>();
            FieldValues start = office.values(code);
            int base = office.record(code).version();
            List<UUID> asked = new ArrayList<>();
            List<Map<String, @Nullable Object>> edits = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Map<String, @Nullable Object> edit = edit(random);
                edits.add(edit);
                asked.add(road.ask(AskMother.update(code, base, new LinkedHashMap<>(edit)), office.requester()));
            }
            for (int i = 0; i < asked.size(); i++) {
                Set<String> moved = moved(edits.get(i), start, model);
                ChangeStatus status = office.approved(asked.get(i));

                assertThat(status)
                        .as("seed %d round %d edit %d %s over %s", seed, round, i, edits.get(i), model)
                        .isEqualTo(moved.isEmpty() ? ChangeStatus.APPLIED : ChangeStatus.CONFLICT);
                if (moved.isEmpty()) {
                    model.putAll(edits.get(i));
                } else {
                    assertThat(office.request(asked.get(i)).conflicts()).containsExactlyInAnyOrderElementsOf(moved);
                    sides(asked.get(i), edits.get(i), start, model);
                }
            }
            model.forEach((key, value) ->
                    assertThat(office.values(code).get(key)).as(key).isEqualTo(value));
        }
    }

    private static Map<String, @Nullable Object> edit(Random random) {
        List<String> keys = new ArrayList<>(SETS.keySet());
        Map<String, @Nullable Object> edit = new LinkedHashMap<>();
        int size = 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            edit.put(keys.get(random.nextInt(keys.size())), String.valueOf(100_000 + random.nextInt(899_999)));
        }
        return edit;
    }

    /** What has moved under an edit: of its fields, and of those that belong together with them. */
    private static Set<String> moved(
            Map<String, @Nullable Object> edit, FieldValues start, Map<String, @Nullable Object> model) {
        Set<String> moved = new HashSet<>();
        Set<String> touched = new HashSet<>();
        edit.keySet().forEach(key -> touched.add(Objects.requireNonNull(SETS.get(key))));
        model.forEach((key, value) -> {
            if (touched.contains(SETS.get(key)) && !Objects.equals(start.get(key), value)) {
                moved.add(key);
            }
        });
        return moved;
    }

    private void sides(
            UUID id, Map<String, @Nullable Object> edit, FieldValues start, Map<String, @Nullable Object> model) {
        assertThat(differences.of(id, office.steward())).isNotEmpty().allSatisfy(side -> {
            assertThat(side.base()).isEqualTo(start.get(side.field()));
            assertThat(side.theirs()).isEqualTo(model.get(side.field()));
            assertThat(side.yours())
                    .isEqualTo(edit.containsKey(side.field()) ? edit.get(side.field()) : start.get(side.field()));
            assertThat(side.who()).isNotNull();
        });
        assertThat(differences.of(id, office.stewardSouth())).isEmpty();
    }
}
