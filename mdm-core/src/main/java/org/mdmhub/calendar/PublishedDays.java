package org.mdmhub.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Days that a state published, shipped with the program; the source stands in each file. */
public final class PublishedDays {

    /** The State Council's notices on days off and make-up working days. */
    static final String CHINA = "CN";

    private static final Map<String, Map<LocalDate, SpecialDay>> ALL = Map.of(CHINA, read(CHINA));

    private PublishedDays() {}

    /** Those whose days are shipped. */
    public static Set<String> known() {
        return ALL.keySet();
    }

    /** Days by date; none for null and for whom nothing is shipped. */
    static Map<LocalDate, SpecialDay> of(@Nullable String whose) {
        return whose == null ? Map.of() : ALL.getOrDefault(whose, Map.of());
    }

    private static Map<LocalDate, SpecialDay> read(String whose) {
        String file = "/calendar/" + whose + ".csv";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedDays.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            List<String> data =
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
            Map<LocalDate, SpecialDay> days = new TreeMap<>();
            for (String line : data) {
                DayLines.days(line)
                        .orElseThrow(() -> new IllegalStateException(file + ": " + line))
                        .forEach(day -> days.put(day.date(), day));
            }
            return Collections.unmodifiableMap(days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
