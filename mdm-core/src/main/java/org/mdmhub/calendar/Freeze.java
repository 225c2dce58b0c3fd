package org.mdmhub.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are not to move in a window around the end of each month, or between two dates.
 *
 * @param type kind of master
 * @param groups field groups, and {@code fields} single fields
 * @param orgUnits codes of the organisations whose records it is about, with all below; empty for all
 * @param monthEnd the window of each month, null where {@code dates} says it
 * @param dates the one window, in the time of the calendar
 * @param refused whether nothing is approved in the window; false lets it wait for the end
 */
public record Freeze(
        String key,
        String name,
        String nameZh,
        String type,
        Set<String> groups,
        Set<String> fields,
        List<String> orgUnits,
        @Nullable MonthEnd monthEnd,
        @Nullable Dates dates,
        boolean refused,
        boolean active) {

    private static final int MONTHS_AHEAD = 14;

    /**
     * From a working day of a month to one of the next.
     *
     * @param fromDay number of the working day; -1 is the last one of the month
     * @param toDay number of the working day of the next month
     */
    public record MonthEnd(int fromDay, LocalTime fromTime, int toDay, LocalTime toTime) {}

    /** From one local time to another. */
    public record Dates(LocalDateTime from, LocalDateTime to) {}

    /** A window in real time. */
    public record Window(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public String name(Locale locale) {
        String first = locale.getLanguage().equals("zh") ? nameZh : name;
        return first.isEmpty() ? (name.isEmpty() ? nameZh : name) : first;
    }

    /** The window that is open at an instant. */
    Optional<Window> open(Instant at, WorkingCalendar calendar) {
        return next(at, calendar, 1).stream().filter(window -> window.holds(at)).findFirst();
    }

    /** The windows that end after an instant, by the calendar of an organisation. */
    public List<Window> next(Instant at, WorkingCalendar calendar, int most) {
        ZoneId zone = calendar.zone();
        Dates between = dates;
        if (between != null) {
            Window window = new Window(
                    between.from().atZone(zone).toInstant(),
                    between.to().atZone(zone).toInstant());
            return window.to().isAfter(at) ? List.of(window) : List.of();
        }
        List<Window> windows = new ArrayList<>();
        YearMonth first = YearMonth.from(at.atZone(zone)).minusMonths(2);
        for (int i = 0; i < MONTHS_AHEAD && windows.size() < most; i++) {
            Window window = window(first.plusMonths(i), calendar);
            if (window.to().isAfter(at)) {
                windows.add(window);
            }
        }
        return windows;
    }

    private Window window(YearMonth month, WorkingCalendar calendar) {
        MonthEnd end = Objects.requireNonNull(monthEnd);
        return new Window(
                calendar.workingDay(month, end.fromDay())
                        .atTime(end.fromTime())
                        .atZone(calendar.zone())
                        .toInstant(),
                calendar.workingDay(month.plusMonths(1), end.toDay())
                        .atTime(end.toTime())
                        .atZone(calendar.zone())
                        .toInstant());
    }
}
