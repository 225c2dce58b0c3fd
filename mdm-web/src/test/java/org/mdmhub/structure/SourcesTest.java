package org.mdmhub.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the sources. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 300;
    private static final Pattern BULK = Pattern.compile("(?i)\"\\s*(update|delete\\s+from|insert\\s+into)\\s+"
            + "(record|customer|product|decision|org_unit|coding_scheme|setting|delegation|app_user|user_role)\\b");
    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(");
    private static final Pattern CONSTANT_STATEMENT =
            Pattern.compile("\\.sql\\((?:\\s|\\+|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Z_]+)*\\)");

    @Test
    void no_file_is_longer_than_one_room() throws IOException {
        assertThat(mainSources().filter(file -> lines(file) > MOST_LINES)).isEmpty();
    }

    @Test
    void no_statement_goes_past_the_audit_library() throws IOException {
        assertThat(mainSources().filter(file -> BULK.matcher(text(file)).find()))
                .as("audited tables are written through their entities")
                .isEmpty();
    }

    @Test
    void no_statement_is_built_from_values() throws IOException {
        assertThat(mainSources().filter(file -> count(STATEMENT, file) != count(CONSTANT_STATEMENT, file)))
                .as("statements are constants; values are parameters")
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        List<Path> packages = mainSources().map(Path::getParent).distinct().toList();
        assertThat(packages)
                .filteredOn(folder -> !folder.endsWith("org/mdmhub"))
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static Stream<Path> mainSources() throws IOException {
        return Stream.of("db", "mdm-core", "mdm-sync", "mdm-web")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(SourcesTest::javaFiles);
    }

    private static Stream<Path> javaFiles(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long count(Pattern pattern, Path file) {
        return pattern.matcher(text(file)).results().count();
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
