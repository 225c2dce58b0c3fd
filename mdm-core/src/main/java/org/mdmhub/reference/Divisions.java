package org.mdmhub.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Provinces and cities of the Chinese mainland by their six-digit code, GB/T 2260. */
public final class Divisions {

    private static final Pattern CITY = Pattern.compile("(\\d{4}|\\d{2})(\\D+)");
    private static final Map<String, String> NAMES = read();

    private Divisions() {}

    /** A province and, where the code tells it, the city in it; a municipality is both at once. */
    public record Place(String province, @Nullable String city) {}

    /** The place of a six-digit code; empty where there is no such province. */
    public static Optional<Place> of(String code) {
        if (!code.matches("\\d{6}")) {
            return Optional.empty();
        }
        String province = NAMES.get(code.substring(0, 2));
        if (province == null) {
            return Optional.empty();
        }
        String city = NAMES.getOrDefault(code, NAMES.get(code.substring(0, 4)));
        boolean municipality = province.endsWith("市");
        return Optional.of(new Place(province, municipality ? province : city));
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (InputStream file =
                Objects.requireNonNull(Divisions.class.getResourceAsStream("/reference/divisions.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> province(line.split(" "), names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }

    private static void province(String[] words, Map<String, String> names) {
        names.put(words[0], words[1]);
        for (int i = 2; i < words.length; i++) {
            Matcher city = CITY.matcher(words[i]);
            if (city.matches()) {
                names.put(words[0] + city.group(1), city.group(2));
            }
        }
    }
}
