package org.mdmhub.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The divisions of China by their six-digit code, GB/T 2260: provinces, cities and counties as they are, and the codes that
 * were withdrawn as far as known.
 */
public final class Divisions {

    private static final int PROVINCE = 2;
    private static final int CITY = 4;
    private static final int COUNTY = 6;
    /** Cities that are only a heading: what stands below them stands in the province. */
    private static final Set<String> HEADINGS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");
    /** Hong Kong, Macau and Taiwan have a code each, and records name them as countries and regions. */
    private static final Set<String> APART = Set.of("710000", "810000", "820000");

    private static final NavigableMap<String, String> NAMES = new TreeMap<>();
    /** Code of a province by its name. */
    private static final Map<String, String> CODES = new LinkedHashMap<>();

    private static final Set<String> WITHDRAWN = new HashSet<>();
    private static final Map<String, String> WENT_INTO = new HashMap<>();

    static {
        lines("divisions.txt").forEach(Divisions::living);
        lines("divisions-withdrawn.txt").forEach(Divisions::withdrawn);
    }

    private Divisions() {}

    /** A province and, where the code tells it, the city in it; a municipality is both at once. */
    public record Place(String province, @Nullable String city) {}

    /** The place of a six-digit code, which need not be assigned; empty where there is no such province. */
    public static Optional<Place> of(String code) {
        if (!code.matches("[0-9]{6}")) {
            return Optional.empty();
        }
        String province = NAMES.get(code.substring(0, PROVINCE));
        if (province == null) {
            return Optional.empty();
        }
        String prefix = code.substring(0, CITY);
        String city = NAMES.get(WENT_INTO.getOrDefault(prefix, prefix));
        if (city == null || HEADINGS.contains(city)) {
            city = NAMES.get(code);
        }
        return Optional.of(new Place(province, isMunicipality(province) ? province : city));
    }

    /** Whether a six-digit code is a division or was one. */
    public static boolean exists(String code) {
        return code.length() == COUNTY
                && (NAMES.containsKey(code.replaceFirst("(00){1,2}$", ""))
                        || NAMES.containsKey(code)
                        || WITHDRAWN.contains(code)
                        || APART.contains(code));
    }

    /** Names of the provinces. */
    public static List<String> provinces() {
        return List.copyOf(CODES.keySet());
    }

    /** Names of the cities of a province, with the counties that stand directly under it; empty where there is none. */
    public static List<String> cities(String province) {
        if (isMunicipality(province)) {
            return List.of(province);
        }
        return in(CODES.get(province))
                .flatMap(city -> HEADINGS.contains(NAMES.getOrDefault(city, "")) ? in(city) : Stream.of(city))
                .map(code -> NAMES.getOrDefault(code, ""))
                .toList();
    }

    /** Names of the districts and counties of a city; empty where there is no such city, or it has none. */
    public static List<String> districts(String province, String city) {
        boolean whole = isMunicipality(province);
        return in(CODES.get(province))
                .filter(code -> whole || city.equals(NAMES.get(code)))
                .flatMap(Divisions::in)
                .map(code -> NAMES.getOrDefault(code, ""))
                .filter(name -> !name.equals(city))
                .toList();
    }

    /** Codes of what stands directly in a division. */
    private static Stream<String> in(@Nullable String code) {
        return code == null
                ? Stream.empty()
                : NAMES.subMap(code + "0", code + ":").keySet().stream()
                        .filter(other -> other.length() == code.length() + 2);
    }

    private static boolean isMunicipality(String province) {
        return province.endsWith("市");
    }

    private static void living(String line) {
        String[] words = line.split(" ", -1);
        int digits = words[0].charAt(CITY - 1) >= '0' && words[0].charAt(CITY - 1) <= '9' ? CITY : PROVINCE;
        String code = words[0].substring(0, digits);
        NAMES.put(code, words[0].substring(digits));
        if (digits == PROVINCE) {
            CODES.put(words[0].substring(digits), code);
        }
        for (int i = 1; i < words.length; i++) {
            NAMES.put(code + words[i].substring(0, 2), words[i].substring(2));
        }
    }

    private static void withdrawn(String line) {
        String[] words = line.split(" ", -1);
        String[] cities = words[0].split(">", -1);
        if (cities.length > 1) {
            WENT_INTO.put(cities[0], cities[1]);
        }
        for (int i = 1; i < words.length; i++) {
            WITHDRAWN.add(cities[0] + words[i]);
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Divisions.class.getResourceAsStream("/reference/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
