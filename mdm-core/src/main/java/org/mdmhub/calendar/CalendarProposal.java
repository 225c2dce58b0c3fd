package org.mdmhub.calendar;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A calendar is written and retired by approved requests only; no organisation keeps two. */
@Component
class CalendarProposal extends SettingProposal {

    private final Calendars calendars;
    private final Organisations organisations;

    CalendarProposal(Settings settings, Calendars calendars, Organisations organisations) {
        super(settings, Calendars.TYPE);
        this.calendars = calendars;
        this.organisations = organisations;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        WorkingCalendar calendar = CalendarContent.read(key, after, organisations, findings);
        if (calendar != null) {
            calendars.all().stream()
                    .filter(other -> !other.key().equals(key))
                    .flatMap(other -> other.orgUnits().stream())
                    .filter(calendar.orgUnits()::contains)
                    .forEach(unit -> findings.add(Finding.error("/fields/orgUnits", "taken", unit)));
        }
        return findings;
    }
}
