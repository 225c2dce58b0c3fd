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
        try (Shelf shelf = new Shelf(folder, 5)) {
            Item item = shelf.exclusively(() -> shelf.add("Account", "c1", Json.object()));
            shelf.exclusively(() -> shelf.change(item, "C1", document("12.50")));
        }
        try (Shelf shelf = new Shelf(folder, 5)) {
            assertThat(shelf.all()).containsExactly(new Item(5, "Account", "C1", document("12.50")));
            assertThat(shelf.exclusively(() -> shelf.add("Account", "C2", Json.object()))
                            .id())
                    .isEqualTo(6);
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
