package org.mdmhub.calendar;

import java.time.Duration;
import java.time.Instant;
import org.mdmhub.request.DueTimes;
import org.springframework.stereotype.Component;

/** Due times by the calendar of the organisation that decides. */
@Component
class CalendarDueTimes implements DueTimes {

    private final Calendars calendars;

    CalendarDueTimes(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Instant due(int unit, Instant from, Duration work) {
        return calendars.of(unit).add(from, work);
    }

    @Override
    public Duration worked(int unit, Instant from, Instant to) {
        return calendars.of(unit).between(from, to);
    }
}
