package org.mdmhub.coding;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The year in which the record is born, where the clock of {@code zone} hangs. */
record YearSegment(int digits, ZoneId zone) implements Segment {

    private static final int SHORT = 2;
    private static final int FULL = 4;
    private static final int CENTURY = 100;

    static YearSegment read(Settings settings) {
        long digits = settings.number("digits", SHORT, FULL, (long) FULL);
        if (digits != SHORT && digits != FULL) {
            settings.wrong("digits", "choice", String.valueOf(digits));
        }
        return new YearSegment((int) digits, MonthSegment.zone(settings));
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "YEAR");
        settings.put("digits", digits);
        settings.put("zone", zone.getId());
        return settings;
    }

    @Override
    public String part(Birth birth, long number, String before) {
        int year = birth.at().atZone(zone).getYear();
        return digits == SHORT
                ? String.format(Locale.ROOT, "%02d", year % CENTURY)
                : String.format(Locale.ROOT, "%04d", year);
    }

    @Override
    public String shape() {
        return "[0-9]{" + digits + "}";
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return List.of(Collections.nCopies(digits, Alphabet.DIGITS.characters()));
    }
}
