package org.mdmhub.web.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.calendar.Calendars;
import org.mdmhub.calendar.Freeze;
import org.mdmhub.calendar.LaidFreezes;
import org.mdmhub.calendar.SpecialDay;
import org.mdmhub.calendar.WorkingCalendar;
import org.mdmhub.setting.Settings;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Calendars and freezes in the reader's words. */
@Component
class LaidSheets {

    private static final int WINDOWS = 4;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Calendars calendars;
    private final LaidFreezes freezes;
    private final Settings settings;
    private final Labels labels;
    private final Texts texts;
    private final Clock clock = Clock.systemUTC();

    LaidSheets(Calendars calendars, LaidFreezes freezes, Settings settings, Labels labels, Texts texts) {
        this.calendars = calendars;
        this.freezes = freezes;
        this.settings = settings;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * All of a family.
     *
     * @param missing the next year where its special days are not known, 0 where nothing is missing
     */
    record Listed(Table table, int missing) {}

    /** One of a family; {@code year} is null for a freeze, {@code windows} is empty for a calendar. */
    record One(
            String key,
            String name,
            int version,
            Map<String, String> facts,
            @Nullable Year year,
            @Nullable Table windows) {}

    /** A year in months; {@code known} is false where each day is what its weekday says. */
    record Year(int year, boolean known, int workingDays, List<String> weekdays, List<Month> months) {}

    record Month(String name, int workingDays, List<List<Day>> weeks) {}

    /** A day; an empty number stands before the first and behind the last one. */
    record Day(String number, String state, String title) {}

    Listed list(String family) {
        return family.equals(Calendars.TYPE) ? calendars() : new Listed(freezes(), 0);
    }

    private Listed calendars() {
        List<WorkingCalendar> all = new ArrayList<>(calendars.all());
        calendars
                .find(WorkingCalendar.STANDARD)
                .filter(one -> settings.find(Calendars.TYPE, one.key()).isEmpty())
                .ifPresent(standard -> all.add(0, standard));
        int next = LocalDate.now(clock).getYear() + 1;
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkingCalendar one : all) {
            rows.add(List.of(
                    Cell.name(one.name(locale()), address(Calendars.TYPE, one.key())),
                    Cell.text(
                            units(one.orgUnits(), one.key().equals(WorkingCalendar.STANDARD) ? "calendar.others" : "")),
                    Cell.text(hours(one)),
                    Cell.text(one.zone().getId()),
                    one.knows(next)
                            ? Cell.text(years(one))
                            : Cell.state("WARNING", texts.of("calendar.missing.short", String.valueOf(next)))));
        }
        Table table =
                new Table(texts.of("calendar.title"), calendarHeads("name", "units", "hours", "zone", "years"), rows);
        boolean missing = all.stream().anyMatch(one -> !one.knows(next));
        return new Listed(table, missing ? next : 0);
    }

    private Table freezes() {
        Instant now = clock.instant();
        List<List<Cell>> rows = new ArrayList<>();
        for (Freeze one : freezes.all()) {
            WorkingCalendar calendar = freezes.calendar(one);
            List<Freeze.Window> next = one.next(now, calendar, 1);
            boolean open =
                    one.active() && !next.isEmpty() && !next.get(0).from().isAfter(now);
            rows.add(List.of(
                    Cell.name(one.name(locale()), address(LaidFreezes.TYPE, one.key())),
                    Cell.text(what(one)),
                    Cell.text(units(one.orgUnits(), "freeze.everywhere")),
                    Cell.text(next.isEmpty() ? texts.of("freeze.over") : told(next.get(0), calendar)),
                    Cell.state(
                            open ? "WARNING" : one.active() ? "ON" : "OFF",
                            texts.of(
                                    open
                                            ? "freeze.state.OPEN"
                                            : one.active() ? "freeze.state.ON" : "freeze.state.OFF"))));
        }
        return new Table(texts.of("freeze.title"), freezeHeads("name", "what", "units", "next", "state"), rows);
    }

    One one(String family, String key, @Nullable Integer year) {
        int version = settings.find(family, key).map(one -> one.version()).orElse(0);
        if (family.equals(Calendars.TYPE)) {
            WorkingCalendar calendar = calendars.find(key).orElseThrow(NotThere::new);
            int wanted = year == null ? LocalDate.now(clock).getYear() : year;
            return new One(
                    key,
                    calendar.name(locale()),
                    version,
                    facts(calendar),
                    year(calendar, Math.max(FIRST_YEAR, Math.min(LAST_YEAR, wanted))),
                    null);
        }
        Freeze freeze = freezes.find(key).orElseThrow(NotThere::new);
        return new One(key, freeze.name(locale()), version, facts(freeze), null, windows(freeze));
    }

    private Map<String, String> facts(WorkingCalendar calendar) {
        Map<String, String> facts = new LinkedHashMap<>();
        boolean standard = calendar.key().equals(WorkingCalendar.STANDARD);
        facts.put(texts.of("calendar.head.units"), units(calendar.orgUnits(), standard ? "calendar.others" : ""));
        facts.put(texts.of("calendar.head.hours"), hours(calendar));
        facts.put(
                texts.of("field.calendars.weekdays"),
                calendar.weekdays().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale()))
                        .collect(Collectors.joining(texts.of("calendar.and"))));
        facts.put(texts.of("calendar.head.zone"), calendar.zone().getId());
        String published = calendar.published();
        facts.put(
                texts.of("field.calendars.published"),
                published == null
                        ? texts.of("calendar.published.none")
                        : texts.or("calendar.published." + published, published) + " " + years(calendar));
        return facts;
    }

    private Map<String, String> facts(Freeze freeze) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.of("freeze.head.what"), what(freeze));
        facts.put(texts.of("freeze.head.units"), units(freeze.orgUnits(), "freeze.everywhere"));
        facts.put(
                texts.of("field.freezes.then"), texts.of("freeze.then." + (freeze.refused() ? "REFUSE" : "SCHEDULE")));
        facts.put(texts.of("field.freezes.active"), texts.of(freeze.active() ? "flag.yes" : "flag.no"));
        return facts;
    }

    private Table windows(Freeze freeze) {
        WorkingCalendar calendar = freezes.calendar(freeze);
        List<List<Cell>> rows = freeze.next(clock.instant(), calendar, WINDOWS).stream()
                .map(window -> List.of(
                        Cell.text(MINUTE.format(window.from().atZone(calendar.zone()))),
                        Cell.text(MINUTE.format(window.to().atZone(calendar.zone()))),
                        Cell.text(calendar.name(locale()))))
                .toList();
        return new Table(texts.of("freeze.windows"), freezeHeads("from", "to", "calendar"), rows);
    }

    private String what(Freeze freeze) {
        String type = texts.or("nav." + freeze.type(), freeze.type());
        List<String> parts = new ArrayList<>();
        freeze.groups().forEach(group -> parts.add(texts.or("group." + group, group)));
        freeze.fields().forEach(field -> parts.add(labels.field(freeze.type(), field)));
        return texts.of("freeze.group", type, String.join(texts.of("calendar.and"), parts));
    }

    private static String told(Freeze.Window window, WorkingCalendar calendar) {
        return MINUTE.format(window.from().atZone(calendar.zone())) + " – "
                + MINUTE.format(window.to().atZone(calendar.zone()));
    }

    private String units(List<String> codes, String nobody) {
        return codes.isEmpty()
                ? nobody.isEmpty() ? "–" : texts.of(nobody)
                : codes.stream().map(labels::organisation).collect(Collectors.joining(texts.of("calendar.and")));
    }

    private String hours(WorkingCalendar calendar) {
        return calendar.hours().stream()
                .map(hours -> hours.toString())
                .collect(Collectors.joining(texts.of("calendar.and")));
    }

    private String years(WorkingCalendar calendar) {
        return calendar.special().keySet().stream()
                .map(day -> String.valueOf(day.getYear()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(texts.of("calendar.and")));
    }

    private Year year(WorkingCalendar calendar, int year) {
        List<Month> months = new ArrayList<>();
        int worked = 0;
        for (int month = 1; month <= 12; month++) {
            Month one = month(calendar, YearMonth.of(year, month));
            worked += one.workingDays();
            months.add(one);
        }
        List<String> weekdays = java.util.Arrays.stream(java.time.DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.NARROW, locale()))
                .toList();
        return new Year(year, calendar.knows(year), worked, weekdays, months);
    }

    private Month month(WorkingCalendar calendar, YearMonth month) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
            week.add(new Day("", "none", ""));
        }
        int worked = 0;
        for (LocalDate day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
            worked += calendar.worksOn(day) ? 1 : 0;
            week.add(day(calendar, day));
            if (week.size() == 7) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        while (!week.isEmpty() && week.size() < 7) {
            week.add(new Day("", "none", ""));
        }
        if (!week.isEmpty()) {
            weeks.add(week);
        }
        return new Month(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale()), worked, weeks);
    }

    /** A special day is marked by a word too, so that nobody needs to see colours. */
    private Day day(WorkingCalendar calendar, LocalDate date) {
        SpecialDay special = calendar.special().get(date);
        String number = String.valueOf(date.getDayOfMonth());
        if (special != null) {
            String state = special.working() ? "made" : "off";
            return new Day(number, state, texts.of("calendar.day." + state, special.name()));
        }
        return new Day(number, calendar.worksOn(date) ? "work" : "rest", "");
    }

    private List<String> calendarHeads(String... names) {
        return List.of(names).stream()
                .map(name -> texts.of("calendar.head." + name))
                .toList();
    }

    private List<String> freezeHeads(String... names) {
        return List.of(names).stream()
                .map(name -> texts.of("freeze.head." + name))
                .toList();
    }

    private String address(String family, String key) {
        return labels.page(family, key);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
