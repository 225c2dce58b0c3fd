package org.mdmhub.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of a day in which people work.
 *
 * @param to later than {@code from}; null-free midnight at the end of the day is {@link LocalTime#MIDNIGHT}
 */
public record WorkingHours(LocalTime from, LocalTime to) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–~]\\s*(\\d{1,2}:\\d{2})");
    private static final String END_OF_DAY = "24:00";

    /** Hours as {@code 09:00-12:00}, empty where the text is none. */
    static Optional<WorkingHours> parse(String text) {
        Matcher hours = TEXT.matcher(text.strip());
        if (!hours.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime from = time(hours.group(1));
            boolean all = hours.group(2).equals(END_OF_DAY);
            LocalTime to = all ? LocalTime.MIDNIGHT : time(hours.group(2));
            return all || from.isBefore(to) ? Optional.of(new WorkingHours(from, to)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    boolean isBefore(WorkingHours other) {
        return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(other.from);
    }

    Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    Instant end(LocalDate day, ZoneId zone) {
        LocalDate last = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return last.atTime(to).atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
