package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ShelfTest {

    @TempDir
    private Path folder;

    @Test
    void a_restart_keeps_records_ids_and_digits() throws Exception {
        Item kept;
        try (Shelf shelf = new Shelf(folder, 5)) {
            Item item = shelf.exclusively(() -> shelf.add("Account", "c1", Json.object()));
            kept = shelf.exclusively(() -> shelf.change(item, "C1", document("12.50")));
        }
        assertThat(kept.id()).isEqualTo(5);
        try (Shelf shelf = new Shelf(folder, 5)) {
            assertThat(shelf.all()).containsExactly(kept);
            assertThat(shelf.exclusively(() -> shelf.add("Account", "C2", Json.object()))
                            .id())
                    .isEqualTo(6);
        }
    }

    @Test
    void what_came_in_last_is_first_whether_new_or_changed() throws Exception {
        try (Shelf shelf = new Shelf(folder, 1)) {
            Item first = shelf.exclusively(() -> shelf.add("Account", "c1", Json.object()));
            shelf.exclusively(() -> shelf.add("Account", "c2", Json.object()));
            shelf.exclusively(() -> shelf.add("Account", "c3", Json.object()));
            shelf.exclusively(() -> shelf.change(first, "c1", Json.object()));
            assertThat(shelf.newest(2))
                    .extracting(Item::number)
                    .startsWith("c1")
                    .hasSize(2);
        }
    }

    @Test
    void a_record_of_an_older_journal_has_no_time() throws Exception {
        Files.writeString(
                folder.resolve("journal.jsonl"), "{\"id\":3,\"kind\":\"Account\",\"number\":\"c1\",\"document\":{}}\n");
        try (Shelf shelf = new Shelf(folder, 1)) {
            assertThat(shelf.newest(1)).extracting(Item::at).containsExactly(java.time.Instant.EPOCH);
        }
    }

    @Test
    void a_number_is_found_in_any_case_and_within_its_kind() throws Exception {
        try (Shelf shelf = new Shelf(folder, 1)) {
            shelf.exclusively(() -> shelf.add("Account", "c1", Json.object()));
            assertThat(shelf.find("Account", "C1")).isPresent();
            assertThat(shelf.find("Product2", "C1")).isEmpty();
            assertThat(shelf.find("Product2", 1)).isEmpty();
        }
    }

    @Test
    void an_old_number_is_forgotten_and_a_new_spelling_is_not() throws Exception {
        try (Shelf shelf = new Shelf(folder, 1)) {
            Item item = shelf.exclusively(() -> shelf.add("Account", "c1", Json.object()));
            Item spelt = shelf.exclusively(() -> shelf.change(item, "C1", Json.object()));
            assertThat(shelf.find("Account", "c1")).contains(spelt);
            shelf.exclusively(() -> shelf.change(spelt, "C2", Json.object()));
            assertThat(shelf.find("Account", "c1")).isEmpty();
            assertThat(shelf.find("Account", "C2")).isPresent();
        }
    }

    @Test
    void a_line_that_is_no_record_stops_the_start_and_frees_the_folder() throws Exception {
        Path journal = Files.writeString(folder.resolve("journal.jsonl"), "{}\n");
        assertThatThrownBy(() -> new Shelf(folder, 1)).isInstanceOf(IllegalStateException.class);
        Files.delete(journal);
        new Shelf(folder, 1).close();
    }

    private static ObjectNode document(String amount) {
        return Json.object().put("amount", new BigDecimal(amount));
    }
}
