package org.mdmhub.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** Reads a calendar from its content, a JSON map, and says which entries are not what they should be. */
final class CalendarContent {

    static final Set<String> ENTRIES =
            Set.of("name", "nameZh", "zone", "weekdays", "hours", "published", "exceptions", "orgUnits");

    private static final int MAX_NAME = 100;

    private final Content content;
    private final Organisations organisations;

    private CalendarContent(Content content, Organisations organisations) {
        this.content = content;
        this.organisations = organisations;
    }

    /** The calendar, or null where it is none; what is wrong is added to {@code findings}. */
    static @Nullable WorkingCalendar read(
            String key, FieldValues values, Organisations organisations, List<Finding> findings) {
        int before = findings.size();
        WorkingCalendar calendar =
                new CalendarContent(new Content(values, ENTRIES, findings), organisations).calendar(key);
        return findings.size() > before ? null : calendar;
    }

    private WorkingCalendar calendar(String key) {
        content.named();
        String published = content.text("published", MAX_NAME);
        if (!published.isEmpty() && !PublishedDays.known().contains(published)) {
            content.wrong("published", "choice", published);
        }
        String whose = published.isEmpty() ? null : published;
        Map<LocalDate, SpecialDay> special = new TreeMap<>(PublishedDays.of(whose));
        exceptions().forEach(day -> special.put(day.date(), day));
        return new WorkingCalendar(
                key,
                content.text("name", MAX_NAME),
                content.text("nameZh", MAX_NAME),
                zone(),
                weekdays(),
                hours(),
                whose,
                special,
                content.units("orgUnits", organisations));
    }

    private ZoneId zone() {
        String zone = content.text("zone", MAX_NAME);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            content.wrong("zone", zone.isEmpty() ? "required" : "choice", zone);
            return ZoneId.of("UTC");
        }
    }

    private Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : content.texts("weekdays")) {
            try {
                days.add(DayOfWeek.valueOf(text));
            } catch (IllegalArgumentException e) {
                content.wrong("weekdays", "choice", text);
            }
        }
        if (days.isEmpty()) {
            content.wrong("weekdays", "required");
        }
        return days;
    }

    private List<WorkingHours> hours() {
        List<WorkingHours> hours = new ArrayList<>();
        for (String text : content.texts("hours")) {
            WorkingHours.parse(text).ifPresentOrElse(hours::add, () -> content.wrong("hours", "workingHours", text));
        }
        hours.sort(Comparator.comparing(WorkingHours::from));
        for (int i = 1; i < hours.size(); i++) {
            if (!hours.get(i - 1).isBefore(hours.get(i))) {
                content.wrong("hours", "workingHours", hours.get(i).toString());
            }
        }
        if (hours.isEmpty()) {
            content.wrong("hours", "required");
        }
        return hours;
    }

    private List<SpecialDay> exceptions() {
        List<SpecialDay> days = new ArrayList<>();
        for (Object item : content.items("exceptions")) {
            SpecialDay day = item instanceof Map<?, ?> map ? day(map) : null;
            if (day == null) {
                content.wrong("exceptions", "specialDay", String.valueOf(item));
            } else {
                days.add(day);
            }
        }
        return days;
    }

    private static @Nullable SpecialDay day(Map<?, ?> item) {
        try {
            String name = item.get("name") instanceof String text ? text : "";
            return item.get("working") instanceof Boolean working && name.length() <= MAX_NAME
                    ? new SpecialDay(LocalDate.parse(String.valueOf(item.get("date"))), working, name)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
