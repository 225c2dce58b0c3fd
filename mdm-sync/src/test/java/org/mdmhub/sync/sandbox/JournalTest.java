package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_settled_is_there_after_a_restart() throws Exception {
        try (Journal journal = Journal.open(folder, line -> {})) {
            journal.append("上海");
            journal.append("b");
            journal.settle();
        }
        assertThat(readOut()).containsExactly("上海", "b");
    }

    @Test
    void a_torn_last_line_is_dropped_and_written_over() throws Exception {
        try (Journal journal = Journal.open(folder, line -> {})) {
            journal.append("whole");
            journal.settle();
        }
        Files.writeString(folder.resolve("journal.jsonl"), "{\"to", StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(folder, line -> {})) {
            journal.append("next");
            journal.settle();
        }
        assertThat(readOut()).containsExactly("whole", "next");
    }

    @Test
    void a_folder_belongs_to_one_at_a_time() throws Exception {
        try (Journal held = Journal.open(folder, line -> {})) {
            held.append("a");
            assertThatThrownBy(() -> Journal.open(folder, line -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the folder is in use");
        }
        assertThat(readOut()).containsExactly("a");
    }

    private List<String> readOut() throws IOException {
        List<String> lines = new ArrayList<>();
        Journal.open(folder, lines::add).close();
        return lines;
    }
}
