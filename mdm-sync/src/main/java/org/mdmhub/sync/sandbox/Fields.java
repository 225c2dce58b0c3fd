package org.mdmhub.sync.sandbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a product knows, by object, form or entry; from a resource file beside this class. */
final class Fields {

    private final Map<String, List<String>> known;

    private Fields(Map<String, List<String>> known) {
        this.known = known;
    }

    static Fields of(String product) {
        Properties file = new Properties();
        String name = product + "-fields.properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Fields.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fields(file.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        object -> object,
                        object -> List.of(file.getProperty(object).split("\\s+", -1)))));
    }

    boolean knows(String object) {
        return known.containsKey(object);
    }

    Set<String> names(String object) {
        return marked(object).map(field -> field.replace("!", "")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<String> required(String object) {
        return marked(object)
                .filter(field -> field.endsWith("!"))
                .map(field -> field.substring(0, field.length() - 1))
                .toList();
    }

    private Stream<String> marked(String object) {
        return known.getOrDefault(object, List.of()).stream();
    }
}
