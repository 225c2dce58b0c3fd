package org.mdmhub.calendar;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.Freezes;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The freezes that hold, by the calendar of the organisation that owns the record. */
@Component
public class LaidFreezes implements Freezes {

    /** Kind of setting. */
    public static final String TYPE = "freezes";

    private static final DateTimeFormatter TOLD = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Settings settings;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Calendars calendars;
    private volatile @Nullable Read read;

    LaidFreezes(Settings settings, MasterTypes types, Organisations organisations, Calendars calendars) {
        this.settings = settings;
        this.types = types;
        this.organisations = organisations;
        this.calendars = calendars;
    }

    private record Read(List<Setting> from, List<Freeze> freezes) {}

    @Transactional(readOnly = true)
    public List<Freeze> all() {
        List<Setting> now = settings.all(TYPE);
        Read kept = read;
        if (kept == null || kept.from() != now) {
            List<Freeze> freezes = new ArrayList<>();
            for (Setting setting : now) {
                Freeze freeze = FreezeContent.read(
                        setting.key(), FieldValues.of(setting.content()), types, organisations, new ArrayList<>());
                if (freeze != null) {
                    freezes.add(freeze);
                }
            }
            kept = new Read(now, List.copyOf(freezes));
            read = kept;
        }
        return kept.freezes();
    }

    @Transactional(readOnly = true)
    public Optional<Freeze> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The calendar by which a freeze is shown: that of the first organisation that it names, else of the top. */
    @Transactional(readOnly = true)
    public WorkingCalendar calendar(Freeze freeze) {
        int unit = freeze.orgUnits().stream()
                .findFirst()
                .flatMap(organisations::find)
                .orElseGet(organisations::top)
                .id();
        return calendars.of(unit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Frozen> frozen(String type, int unit, Collection<String> fields, Instant at) {
        List<Freeze> meant = all().stream()
                .filter(freeze -> freeze.active() && freeze.type().equals(type))
                .toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        WorkingCalendar calendar = calendars.of(unit);
        String code = organisations.codes().get(unit);
        Set<String> above = code == null ? Set.of() : organisations.upwards(code);
        return meant.stream()
                .filter(freeze -> freeze.orgUnits().isEmpty()
                        || freeze.orgUnits().stream().anyMatch(above::contains))
                .flatMap(freeze -> touched(freeze, fields).stream()
                        .flatMap(field -> freeze.open(at, calendar).stream()
                                .map(window -> frozen(freeze, field, window, calendar))))
                .max(Comparator.comparing(Frozen::refused).thenComparing(Frozen::until));
    }

    private Optional<String> touched(Freeze freeze, Collection<String> fields) {
        return types.fields(freeze.type()).stream()
                .filter(field ->
                        freeze.fields().contains(field.key()) || freeze.groups().contains(field.group()))
                .map(Field<MasterRecord>::key)
                .filter(fields::contains)
                .findFirst();
    }

    private static Frozen frozen(Freeze freeze, String field, Freeze.Window window, WorkingCalendar calendar) {
        String told = TOLD.format(window.to().atZone(calendar.zone()));
        return new Frozen(freeze.key(), field, window.to(), told, freeze.refused());
    }
}
