package org.mdmhub.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's own files, for tests that read them. */
final class Sources {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private Sources() {}

    /** Templates by name. */
    static Map<String, String> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    /** Programs of all modules that say something to people, by name. */
    static Map<String, String> programs() {
        Map<String, String> programs = new TreeMap<>();
        for (String module : new String[] {"mdm-core", "mdm-sync", "mdm-web"}) {
            programs.putAll(files(Path.of("..", module, "src/main/java"), ".java"));
        }
        return programs;
    }

    static Map<String, String> messages(String file) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        messages.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }

    private static Map<String, String> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(Path::toString, Sources::read, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
