package org.mdmhub.web.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.calendar.Calendars;
import org.mdmhub.calendar.DayLines;
import org.mdmhub.calendar.PublishedDays;
import org.mdmhub.calendar.SpecialDay;
import org.mdmhub.record.FieldValues;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form of a calendar: hours and special days a line each. */
@Component
class CalendarForm implements LaidForm {

    private static final List<String> TEXTS = List.of("name", "nameZh", "zone", "published");
    private static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(Enum::name).toList();

    private final FormWords words;

    CalendarForm(FormWords words) {
        this.words = words;
    }

    @Override
    public String type() {
        return Calendars.TYPE;
    }

    @Override
    public Entries fresh() {
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("zone", "Asia/Shanghai", "published", "CN", "hours", "09:00-12:00\n13:00-18:00"));
        WEEKDAYS.subList(0, 5).forEach(day -> typed.put("weekdays." + day, "true"));
        return new Entries(typed);
    }

    @Override
    public Entries typed(FieldValues content) {
        Map<String, String> typed = new LinkedHashMap<>();
        TEXTS.forEach(key -> Entries.put(typed, key, content.get(key)));
        Entries.tick(typed, "weekdays", content.get("weekdays"));
        Entries.tick(typed, "orgUnits", content.get("orgUnits"));
        if (content.get("hours") instanceof List<?> hours) {
            typed.put("hours", hours.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        typed.put(
                "exceptions",
                content.list("exceptions").stream()
                        .map(day -> day.get("date") + "," + (Boolean.TRUE.equals(day.get("working")) ? "yes" : "no")
                                + "," + day.getOrDefault("name", ""))
                        .collect(Collectors.joining("\n")));
        return new Entries(typed);
    }

    @Override
    public Map<String, @Nullable Object> content(Entries typed) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        TEXTS.forEach(key -> content.put(key, typed.text(key).isEmpty() ? null : typed.text(key)));
        content.put("weekdays", typed.ticked("weekdays", WEEKDAYS));
        content.put("hours", typed.lines("hours"));
        content.put("orgUnits", typed.ticked("orgUnits", words.unitCodes()));
        content.put("exceptions", exceptions(typed));
        return content;
    }

    /** Days as items; a line that is none goes on as it is, so that the check names it. */
    private static List<Object> exceptions(Entries typed) {
        List<Object> items = new ArrayList<>();
        for (String line : typed.lines("exceptions")) {
            List<SpecialDay> days = DayLines.days(line).orElse(null);
            if (days == null) {
                items.add(line);
                continue;
            }
            for (SpecialDay day : days) {
                Map<String, Object> item = new LinkedHashMap<>();
                item.put("date", day.date().toString());
                item.put("working", day.working());
                if (!day.name().isEmpty()) {
                    item.put("name", day.name());
                }
                items.add(item);
            }
        }
        return items;
    }

    @Override
    public List<Part> parts(Entries typed) {
        List<Option> published = new ArrayList<>(List.of(new Option("", words.texts.of("calendar.published.none"))));
        PublishedDays.known()
                .forEach(whose ->
                        published.add(new Option(whose, words.texts.or("calendar.published." + whose, whose))));
        List<FormField> days = WEEKDAYS.stream()
                .map(day -> words.check(
                        "weekdays." + day,
                        DayOfWeek.valueOf(day).getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale()),
                        typed))
                .toList();
        return List.of(
                new Part(
                        "calendar.part.what",
                        List.of(
                                words.text(type(), "nameZh", typed),
                                words.text(type(), "name", typed),
                                words.text(type(), "zone", typed).hinted(words.texts.of("calendar.hint.zone")),
                                words.area(type(), "hours", typed).hinted(words.texts.of("calendar.hint.hours")))),
                new Part("field.calendars.weekdays", days),
                new Part(
                        "calendar.part.special",
                        List.of(
                                words.select(type(), "published", typed, published),
                                words.area(type(), "exceptions", typed)
                                        .hinted(words.texts.of("calendar.hint.exceptions")))),
                new Part("calendar.part.units", words.units(typed)));
    }
}
