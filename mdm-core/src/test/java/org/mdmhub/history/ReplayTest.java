package org.mdmhub.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever was changed in whatever order: the history leads to the present, entry by entry. The name shows the seed. */
@HubTest
class ReplayTest {

    private static final List<String> TEXTS = List.of("website", "city", "street", "shortName", "legalPerson");

    @Autowired
    History history;

    @Autowired
    Office office;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261122})
    void a_random_sequence_of_changes_replays_to_the_present(long seed) {
        Random random = new Random(seed);
        String code = office.customer(customer());
        List<FieldValues> states = new ArrayList<>(List.of(office.values(code)));
        for (int i = 0; i < 12; i++) {
            change(code, random, i);
            FieldValues now = office.values(code);
            if (!now.equals(states.get(states.size() - 1))) {
                states.add(now);
            }
        }

        long id = office.id(code);
        List<HistoryEntry> entries = office.seeingAll(() -> history.of("customers", id, Long.MAX_VALUE, 100));

        assertThat(entries).hasSameSizeAs(states);
        assertThat(office.record(code).version()).isEqualTo(states.size());
        for (int i = 0; i < entries.size(); i++) {
            assertThat(HistoryTest.replay(entries.subList(i, entries.size())))
                    .isEqualTo(states.get(states.size() - 1 - i));
        }
    }

    private void change(String code, Random random, int step) {
        if (random.nextInt(6) == 0) {
            boolean blocked = !office.values(code).list("blocks").isEmpty();
            office.done(
                    blocked
                            ? AskMother.unblock(code, Map.of("scope", "ALL"))
                            : AskMother.block(code, Map.of("scope", "ORDER", "reason", "step " + step)));
            return;
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String field = TEXTS.get(random.nextInt(TEXTS.size()));
            changes.put(field, random.nextInt(4) == 0 ? null : field + step + "值" + random.nextInt(1000));
        }
        changes.put("creditLimit", random.nextInt(100_000) / 100.0);
        changes.put("contacts", contacts(code, random, step));
        office.updated(code, changes);
    }

    /** The contacts there are, with one more or one fewer. */
    private List<Map<String, Object>> contacts(String code, Random random, int step) {
        List<Map<String, Object>> contacts = new ArrayList<>(office.values(code).list("contacts"));
        if (!contacts.isEmpty() && random.nextBoolean()) {
            contacts.remove(random.nextInt(contacts.size()));
        } else {
            contacts.add(Map.of("name", "王" + step, "email", step + "@a.example"));
        }
        return contacts;
    }
}
