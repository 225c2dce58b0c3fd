package org.mdmhub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void data_stays_over_a_restart() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder, false)) {
            execute(database, "create table kept (line text)");
            execute(database, "insert into kept values ('中文 \uD840\uDC00')");
        }
        try (var database = EmbeddedDatabase.start(folder, false)) {
            assertThat(text(database, "select line from kept")).isEqualTo("中文 \uD840\uDC00");
        }
    }

    @Test
    void a_second_start_on_a_living_folder_fails_and_does_not_disturb_the_first() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder, false)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, false))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("another hub already runs on " + folder);
            assertThat(text(database, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_hub_is_ended_and_its_data_is_there() throws Exception {
        Process hub = child();
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, true))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("another hub");
            ProcessHandle server = server();
            hub.destroyForcibly().waitFor();
            assertThat(server.isAlive()).isTrue();

            try (var database = EmbeddedDatabase.start(folder, true)) {
                assertThat(server.isAlive()).isFalse();
                assertThat(text(database, "select line from kept")).isEqualTo("before the kill");
            }
        } finally {
            hub.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "12a", "99999999999999999999", "THIS JVM"})
    void a_pid_file_that_names_no_server_ends_nobody(String content) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        String here = String.valueOf(ProcessHandle.current().pid());
        Files.writeString(pidFile, content.replace("THIS JVM", here));

        LeftBehind.end(folder);

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("below"), false))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be written");
    }

    private Process child() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ChildHub.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("child.log").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.lines().anyMatch(ChildHub.READY::equals))
                .as("the child is up")
                .isTrue();
        return process;
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "mdm_owner", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedDatabase database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "mdm_owner", "");
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
