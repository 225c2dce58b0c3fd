package org.mdmhub.web.stewardship;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** How far back the page looks. */
enum Period {
    WEEK(7, false),
    MONTH(30, false),
    QUARTER(13 * 7, true),
    YEAR(52 * 7, true);

    private final int days;
    private final boolean weekly;

    Period(int days, boolean weekly) {
        this.days = days;
        this.weekly = weekly;
    }

    /** As an address says it; a month where it says anything else. */
    static Period of(String text) {
        for (Period period : values()) {
            if (period.key().equals(text)) {
                return period;
            }
        }
        return MONTH;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether throughput is told by the week. */
    boolean weekly() {
        return weekly;
    }

    int columns() {
        return weekly ? days / 7 : days;
    }

    /** The first day, a Monday where it is told by the week. */
    LocalDate first(LocalDate today) {
        return weekly ? today.with(DayOfWeek.MONDAY).minusWeeks(days / 7 - 1L) : today.minusDays(days - 1L);
    }

    Instant since(LocalDate today) {
        return first(today).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    LocalDate column(LocalDate first, int number) {
        return weekly ? first.plusWeeks(number) : first.plusDays(number);
    }
}
