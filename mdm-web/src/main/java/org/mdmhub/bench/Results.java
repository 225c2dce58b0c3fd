package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Where what a benchmark found is written to: the folder {@code target/bench} of the project. */
final class Results {

    private Results() {}

    static Path write(String name, Object report) throws IOException {
        Path home = Path.of(Objects.requireNonNullElse(System.getenv("MDM_HOME"), ""));
        Path folder = Files.createDirectories(home.resolve("target").resolve("bench"));
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        return Files.writeString(folder.resolve(name + ".json"), text + "\n");
    }
}
