package org.mdmhub.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Special days as lines of text: {@code 2027-01-01,no,元旦} or, for several days, {@code 2027-02-05,2027-02-11,no,春节}.
 * Words for working: yes, no, on, off, work, rest, 上班, 放假, 休.
 */
public final class DayLines {

    private static final int MOST_DAYS = 60;
    private static final int LONGEST_NAME = 60;
    private static final Set<String> ON = Set.of("yes", "on", "work", "true", "1", "上班", "班", "工作");
    private static final Set<String> OFF = Set.of("no", "off", "rest", "false", "0", "放假", "休", "休息");

    private DayLines() {}

    /** The days of one line, empty where it is no such line. */
    public static Optional<List<SpecialDay>> days(String line) {
        String[] cells = line.strip().replace('\t', ',').replace('，', ',').split("\\s*,\\s*", -1);
        LocalDate from = date(cells[0]);
        if (from == null || cells.length < 2) {
            return Optional.empty();
        }
        LocalDate second = date(cells[1]);
        LocalDate to = second == null ? from : second;
        int at = second == null ? 1 : 2;
        String word = cells.length > at ? cells[at].toLowerCase(Locale.ROOT) : "";
        String name = cells.length > at + 1 ? cells[at + 1] : "";
        long span = ChronoUnit.DAYS.between(from, to);
        if (!(ON.contains(word) || OFF.contains(word))
                || span < 0
                || span >= MOST_DAYS
                || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        List<SpecialDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(new SpecialDay(day, ON.contains(word), name));
        }
        return Optional.of(days);
    }

    /** A day as a line that is read as the same day. */
    public static String line(SpecialDay day) {
        return day.date() + "," + (day.working() ? "yes" : "no") + ","
                + day.name().replace(',', ' ');
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
