package org.mdmhub.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars that hold, and which organisation keeps which. */
@Component
public class Calendars {

    /** Kind of setting. */
    public static final String TYPE = "calendars";

    private final Settings settings;
    private final Organisations organisations;
    private volatile @Nullable Read read;

    Calendars(Settings settings, Organisations organisations) {
        this.settings = settings;
        this.organisations = organisations;
    }

    private record Read(List<Setting> from, List<WorkingCalendar> calendars) {}

    /** Those that were laid down; the standard one is not among them. */
    @Transactional(readOnly = true)
    public List<WorkingCalendar> all() {
        List<Setting> now = settings.all(TYPE);
        Read kept = read;
        if (kept == null || kept.from() != now) {
            List<WorkingCalendar> calendars = new ArrayList<>();
            for (Setting setting : now) {
                WorkingCalendar calendar = CalendarContent.read(
                        setting.key(), FieldValues.of(setting.content()), organisations, new ArrayList<>());
                if (calendar != null) {
                    calendars.add(calendar);
                }
            }
            kept = new Read(now, List.copyOf(calendars));
            read = kept;
        }
        return kept.calendars();
    }

    @Transactional(readOnly = true)
    public Optional<WorkingCalendar> find(String key) {
        return key.equals(WorkingCalendar.STANDARD) && settings.find(TYPE, key).isEmpty()
                ? Optional.of(WorkingCalendar.standard())
                : all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The calendar that an organisation keeps: its own, or that of the nearest above; else the standard one. */
    @Transactional(readOnly = true)
    public WorkingCalendar of(int unit) {
        String code = organisations.codes().get(unit);
        List<WorkingCalendar> all = all();
        for (String above : code == null || all.isEmpty() ? List.<String>of() : organisations.upwards(code)) {
            for (WorkingCalendar calendar : all) {
                if (calendar.orgUnits().contains(above)) {
                    return calendar;
                }
            }
        }
        return WorkingCalendar.standard();
    }
}
