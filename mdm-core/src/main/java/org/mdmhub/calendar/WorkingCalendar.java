package org.mdmhub.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When people work, and arithmetic with it. Time runs only within working hours of working days.
 *
 * @param key of the setting
 * @param weekdays worked where no day is special; never empty
 * @param hours of a working day, in order, none within another; never empty
 * @param published whose published days it takes over, as {@code CN}; null for nobody's
 * @param special days by date, those published included
 * @param orgUnits codes of the organisations that keep it, with all below them that keep no other
 */
public record WorkingCalendar(
        String key,
        String name,
        String nameZh,
        ZoneId zone,
        Set<DayOfWeek> weekdays,
        List<WorkingHours> hours,
        @Nullable String published,
        Map<LocalDate, SpecialDay> special,
        List<String> orgUnits) {

    /** Where nobody laid down another one. */
    public static final String STANDARD = "standard";

    // whoever asks for more has laid down a calendar in which nobody works
    private static final int MOST_DAYS = 36_525;

    private static final WorkingCalendar OF_CHINA = new WorkingCalendar(
            STANDARD,
            "China, 8 hours",
            "中国标准工作日历",
            ZoneId.of("Asia/Shanghai"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(
                    WorkingHours.parse("09:00-12:00").orElseThrow(),
                    WorkingHours.parse("13:00-18:00").orElseThrow()),
            PublishedDays.CHINA,
            PublishedDays.of(PublishedDays.CHINA),
            List.of());

    /** Five days of eight hours in China with the days that the State Council published. */
    static WorkingCalendar standard() {
        return OF_CHINA;
    }

    public String name(Locale locale) {
        String first = locale.getLanguage().equals("zh") ? nameZh : name;
        return first.isEmpty() ? (name.isEmpty() ? (nameZh.isEmpty() ? key : nameZh) : name) : first;
    }

    public boolean worksOn(LocalDate day) {
        SpecialDay one = special.get(day);
        return one == null ? weekdays.contains(day.getDayOfWeek()) : one.working();
    }

    /** Whether the special days of a year are known; where they are not, each day is what its weekday says. */
    public boolean knows(int year) {
        return published == null || special.keySet().stream().anyMatch(day -> day.getYear() == year);
    }

    /** The instant at which so much has been worked since; the same one where nothing is to be worked. */
    public Instant add(Instant from, Duration work) {
        if (work.isZero() || work.isNegative()) {
            return from;
        }
        Duration left = work;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int walked = 0; walked < MOST_DAYS; walked++, day = day.plusDays(1)) {
            for (WorkingHours part : worksOn(day) ? hours : List.<WorkingHours>of()) {
                Instant begin = later(part.begin(day, zone), from);
                Duration there = span(begin, part.end(day, zone));
                if (there.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(there);
            }
        }
        return day.atStartOfDay(zone).toInstant();
    }

    /** How much is worked between two instants; negative where the second is the earlier one. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkingHours part : worksOn(day) ? hours : List.<WorkingHours>of()) {
                Instant end = part.end(day, zone);
                sum = sum.plus(span(later(part.begin(day, zone), from), end.isBefore(to) ? end : to));
            }
        }
        return sum;
    }

    /** The working day of a month with this number from its begin, 1 is the first; -1 is the last one. */
    public LocalDate workingDay(YearMonth month, int number) {
        LocalDate day = number > 0 ? month.atDay(1) : month.atEndOfMonth();
        int left = Math.abs(number);
        for (int walked = 0; walked < MOST_DAYS; walked++) {
            if (worksOn(day) && --left == 0) {
                return day;
            }
            day = day.plusDays(number > 0 ? 1 : -1);
        }
        return day;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration span(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
