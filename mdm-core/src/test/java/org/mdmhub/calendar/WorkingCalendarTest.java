package org.mdmhub.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Arithmetic with working time: over make-up weekends, year ends and changes of the clock. */
class WorkingCalendarTest {

    private static final long BEGIN = Instant.parse("2024-12-20T00:00:00Z").getEpochSecond();
    private static final long SPAN = Duration.ofDays(800).toSeconds();
    private static final WorkingCalendar CHINA = WorkingCalendar.standard();

    private static Instant at(String text) {
        return LocalDateTime.parse(text).atZone(CHINA.zone()).toInstant();
    }

    private static WorkingCalendar in(String zone, String... hours) {
        return new WorkingCalendar(
                "test",
                "test",
                "",
                ZoneId.of(zone),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                List.of(hours).stream()
                        .map(text -> WorkingHours.parse(text).orElseThrow())
                        .toList(),
                null,
                Map.of(),
                List.of());
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        // a night shift, a zone whose clock changes at midnight, one with half an hour
        return Arbitraries.of(
                CHINA,
                in("Europe/Berlin", "00:00-24:00"),
                in("America/New_York", "01:00-04:00", "09:00-17:30"),
                in("America/Santiago", "00:00-06:00", "20:00-24:00"),
                in("Australia/Lord_Howe", "01:30-02:30", "08:00-12:00"));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(BEGIN, BEGIN + SPAN), Arbitraries.of(0L, 1L, 500_000_000L))
                .as((second, nano) -> Instant.ofEpochSecond(second).plusNanos(nano));
    }

    @Property
    void what_was_added_is_what_lies_between(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seconds) {
        Duration work = Duration.ofSeconds(seconds);
        assertThat(calendar.between(from, calendar.add(from, work))).isEqualTo(work);
    }

    @Property
    void to_add_in_two_goes_is_to_add_at_once(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 500_000) long first,
            @ForAll @LongRange(min = 0, max = 500_000) long second) {
        Instant twice = calendar.add(calendar.add(from, Duration.ofSeconds(first)), Duration.ofSeconds(second));
        assertThat(twice).isEqualTo(calendar.add(from, Duration.ofSeconds(first + second)));
    }

    @Property
    void who_begins_later_is_not_done_earlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll @LongRange(min = 0, max = 500_000) long seconds) {
        Instant early = one.isBefore(other) ? one : other;
        Instant late = one.isBefore(other) ? other : one;
        Duration work = Duration.ofSeconds(seconds);
        assertThat(calendar.add(early, work)).isBeforeOrEqualTo(calendar.add(late, work));
        assertThat(calendar.add(early, work)).isBeforeOrEqualTo(calendar.add(early, work.plusSeconds(1)));
    }

    @Property
    void time_between_adds_up_and_turns_round(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two,
            @ForAll("instants") Instant three) {
        Duration sum = calendar.between(one, two).plus(calendar.between(two, three));
        assertThat(sum).isEqualTo(calendar.between(one, three));
        assertThat(calendar.between(two, one))
                .isEqualTo(calendar.between(one, two).negated());
    }

    @Test
    void a_saturday_that_makes_up_for_the_spring_festival_is_worked() {
        // Saturday 14 February 2026 is worked, then nine days are off
        assertThat(CHINA.add(at("2026-02-13T17:00"), Duration.ofHours(10))).isEqualTo(at("2026-02-24T10:00"));
        assertThat(CHINA.worksOn(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(CHINA.worksOn(LocalDate.parse("2026-02-23"))).isFalse();
        assertThat(CHINA.worksOn(LocalDate.parse("2026-02-28"))).isTrue();
    }

    @Test
    void a_year_end_is_crossed_by_the_days_of_both_years() {
        // 1 to 3 January 2026 are off, Sunday the 4th is worked
        assertThat(CHINA.add(at("2025-12-31T16:00"), Duration.ofHours(3))).isEqualTo(at("2026-01-04T10:00"));
    }

    @Test
    void the_noon_rest_does_not_count() {
        assertThat(CHINA.between(at("2026-11-23T11:00"), at("2026-11-23T14:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_notices_of_both_years_are_there_with_all_their_days() {
        // days off and days made up, as counted in the notices of 2024-11-12 and 2025-11-04
        assertThat(count(2025, false)).isEqualTo(1 + 8 + 3 + 5 + 3 + 8);
        assertThat(count(2025, true)).isEqualTo(5);
        assertThat(count(2026, false)).isEqualTo(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(count(2026, true)).isEqualTo(6);
        assertThat(CHINA.special().values().stream().filter(SpecialDay::working))
                .allMatch(day -> day.date().getDayOfWeek().getValue() > 5);
    }

    private static long count(int year, boolean working) {
        return CHINA.special().values().stream()
                .filter(day -> day.date().getYear() == year && day.working() == working)
                .count();
    }

    @Test
    void a_year_without_data_goes_by_weekdays_and_says_so() {
        assertThat(CHINA.knows(2026)).isTrue();
        assertThat(CHINA.knows(2031)).isFalse();
        assertThat(CHINA.worksOn(LocalDate.parse("2031-10-01"))).isTrue();
    }

    @Test
    void working_days_of_a_month_are_counted_from_both_ends() {
        // the first seven days of October 2026 are off; Saturday the 10th is worked
        assertThat(CHINA.workingDay(YearMonth.of(2026, 10), 1)).isEqualTo("2026-10-08");
        assertThat(CHINA.workingDay(YearMonth.of(2026, 10), 3)).isEqualTo("2026-10-10");
        assertThat(CHINA.workingDay(YearMonth.of(2026, 2), -1)).isEqualTo("2026-02-28");
    }

    @Test
    void lines_of_days_are_read_as_they_are_written() {
        assertThat(DayLines.days("2027/02/06, 2027/02/07, 放假, 春节").orElseThrow())
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.parse("2027-02-06"), LocalDate.parse("2027-02-07"));
        SpecialDay day = new SpecialDay(LocalDate.parse("2027-02-20"), true, "调休");
        assertThat(DayLines.days(DayLines.line(day)).orElseThrow()).containsExactly(day);
        assertThat(DayLines.days("2027-02-07,2027-02-01,no")).isEmpty();
        assertThat(DayLines.days("tomorrow,no")).isEmpty();
        assertThat(DayLines.days("2027-02-30,no")).isEmpty();
    }
}
