package org.mdmhub.coding;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The month in which the record is born, two digits, where the clock of {@code zone} hangs. */
record MonthSegment(ZoneId zone) implements Segment {

    private static final String USUAL_ZONE = "Asia/Shanghai";

    static MonthSegment read(Settings settings) {
        return new MonthSegment(zone(settings));
    }

    static ZoneId zone(Settings settings) {
        String zone = settings.text("zone", USUAL_ZONE);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            settings.wrong("zone", "choice", zone);
            return ZoneId.of(USUAL_ZONE);
        }
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "MONTH");
        settings.put("zone", zone.getId());
        return settings;
    }

    @Override
    public String part(Birth birth, long number, String before) {
        return String.format(Locale.ROOT, "%02d", birth.at().atZone(zone).getMonthValue());
    }

    @Override
    public String shape() {
        return "(?:0[1-9]|1[0-2])";
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return List.of(List.of("0", "123456789"), List.of("1", "012"));
    }
}
