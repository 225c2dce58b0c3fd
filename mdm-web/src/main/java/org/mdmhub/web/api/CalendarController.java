package org.mdmhub.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.calendar.Calendars;
import org.mdmhub.calendar.Freeze;
import org.mdmhub.calendar.LaidFreezes;
import org.mdmhub.calendar.WorkingCalendar;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.request.DueTimes;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calendars, working time and freezes; they are asked for as change requests of the types {@code calendars} and {@code freezes}. */
@RestController
@RequestMapping("/api/v1")
class CalendarController {

    private static final int WINDOWS = 4;
    private static final int MOST_HOURS = 10_000;

    private final Settings settings;
    private final Calendars calendars;
    private final LaidFreezes freezes;
    private final DueTimes times;
    private final Organisations organisations;
    private final Clock clock = Clock.systemUTC();

    CalendarController(
            Settings settings, Calendars calendars, LaidFreezes freezes, DueTimes times, Organisations organisations) {
        this.settings = settings;
        this.calendars = calendars;
        this.freezes = freezes;
        this.times = times;
        this.organisations = organisations;
    }

    /** A setting as it was approved. */
    record View(String key, int version, Map<String, Object> content) {}

    record Window(Instant from, Instant to) {}

    record FreezeView(String key, int version, Map<String, Object> content, List<Window> next) {}

    /** When something is due: so many working hours after {@code from}, by a calendar. */
    record Due(String orgUnit, String calendar, Instant from, int hours, Instant dueAt) {}

    @GetMapping("/calendars")
    Page<View> calendars(Actor reader) {
        return new Page<>(
                settings.all(Calendars.TYPE).stream()
                        .map(CalendarController::view)
                        .toList(),
                null);
    }

    private static View view(Setting setting) {
        return new View(setting.key(), setting.version(), setting.content());
    }

    @GetMapping("/calendars/{key}")
    View calendar(@PathVariable String key, Actor reader) {
        return settings.find(Calendars.TYPE, key).map(CalendarController::view).orElseThrow(Problem::notFound);
    }

    @GetMapping("/calendars/of/{orgUnit}/due")
    Due due(
            @PathVariable String orgUnit,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(defaultValue = "8") int hours,
            Actor reader) {
        OrgUnit unit = organisations
                .find(orgUnit)
                .filter(one -> reader.units().contains(one.id()))
                .orElseThrow(Problem::notFound);
        if (hours < 0 || hours > MOST_HOURS) {
            throw Problem.invalid("/hours", "type", "INTEGER");
        }
        Instant begin = from == null ? clock.instant() : from;
        WorkingCalendar calendar = calendars.of(unit.id());
        return new Due(orgUnit, calendar.key(), begin, hours, times.due(unit.id(), begin, Duration.ofHours(hours)));
    }

    @GetMapping("/freezes")
    Page<FreezeView> freezes(Actor reader) {
        return new Page<>(freezes.all().stream().map(this::view).toList(), null);
    }

    private FreezeView view(Freeze freeze) {
        Setting setting = settings.find(LaidFreezes.TYPE, freeze.key()).orElseThrow();
        return new FreezeView(
                setting.key(),
                setting.version(),
                setting.content(),
                freeze.next(clock.instant(), freezes.calendar(freeze), WINDOWS).stream()
                        .map(window -> new Window(window.from(), window.to()))
                        .toList());
    }
}
