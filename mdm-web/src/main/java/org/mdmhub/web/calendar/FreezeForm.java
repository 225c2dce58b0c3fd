package org.mdmhub.web.calendar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.calendar.LaidFreezes;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** The form of a freeze: what is frozen, whose, when, and what becomes of an approval meanwhile. */
@Component
class FreezeForm implements LaidForm {

    private static final List<String> TEXTS =
            List.of("name", "nameZh", "type", "window", "fromTime", "toTime", "from", "to", "then");
    private static final List<String> MONTHLY = List.of("fromTime", "toTime");
    private static final List<String> ONCE = List.of("from", "to");
    private static final List<String> DAYS = List.of("fromDay", "toDay");

    private final FormWords words;
    private final MasterTypes types;
    private final Labels labels;

    FreezeForm(FormWords words, MasterTypes types, Labels labels) {
        this.words = words;
        this.types = types;
        this.labels = labels;
    }

    @Override
    public String type() {
        return LaidFreezes.TYPE;
    }

    @Override
    public Entries fresh() {
        return new Entries(Map.of(
                "type",
                "customers",
                "window",
                "MONTH_END",
                "fromDay",
                "-1",
                "fromTime",
                "18:00",
                "toDay",
                "2",
                "toTime",
                "09:00",
                "then",
                "SCHEDULE",
                "active",
                "true"));
    }

    @Override
    public Entries typed(FieldValues content) {
        Map<String, String> typed = new LinkedHashMap<>();
        TEXTS.forEach(key -> Entries.put(typed, key, content.get(key)));
        DAYS.forEach(key -> Entries.put(typed, key, content.get(key)));
        Entries.put(typed, "fields", content.get("fields"));
        Entries.tick(typed, "groups." + content.text("type"), content.get("groups"));
        Entries.tick(typed, "orgUnits", content.get("orgUnits"));
        typed.put("active", String.valueOf(!Boolean.FALSE.equals(content.get("active"))));
        return new Entries(typed);
    }

    @Override
    public Map<String, @Nullable Object> content(Entries typed) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        boolean once = typed.text("window").equals("DATES");
        for (String key : TEXTS) {
            boolean needless = (once ? MONTHLY : ONCE).contains(key);
            content.put(key, needless || typed.text(key).isEmpty() ? null : typed.text(key));
        }
        DAYS.forEach(key -> content.put(key, once ? null : number(typed.text(key))));
        String type = typed.text("type");
        content.put("groups", typed.ticked("groups." + type, groups(type)));
        content.put(
                "fields",
                typed.parts("fields").stream().map(part -> key(type, part)).toList());
        content.put("orgUnits", typed.ticked("orgUnits", words.unitCodes()));
        content.put("active", typed.ticked("active"));
        return content;
    }

    private static @Nullable Object number(String text) {
        return text.isEmpty() ? null : text.matches("[+-]?\\d{1,3}") ? new BigDecimal(text) : text;
    }

    /** Fields may be named by their label. */
    private String key(String type, String named) {
        return types.find(type).isEmpty()
                ? named
                : types.fields(type).stream()
                        .map(Field::key)
                        .filter(key -> labels.field(type, key).equals(named))
                        .findFirst()
                        .orElse(named);
    }

    private List<String> groups(String type) {
        return types.find(type).isEmpty()
                ? List.of()
                : types.fields(type).stream().map(Field::group).distinct().toList();
    }

    @Override
    public List<Part> parts(Entries typed) {
        return List.of(
                new Part(
                        "freeze.part.what",
                        List.of(
                                words.text(type(), "nameZh", typed),
                                words.text(type(), "name", typed),
                                words.select(
                                        type(),
                                        "type",
                                        typed,
                                        types.keys().stream()
                                                .map(key -> new Option(key, words.texts.or("nav." + key, key)))
                                                .toList()),
                                words.text(type(), "fields", typed).hinted(words.texts.of("freeze.hint.fields")))),
                new Part("field.freezes.groups", groupTicks(typed)),
                new Part("freeze.part.when", when(typed)),
                new Part(
                        "freeze.part.then",
                        List.of(
                                words.select(type(), "then", typed, options("then", "SCHEDULE", "REFUSE")),
                                words.check("active", labels.field(type(), "active"), typed))),
                new Part("freeze.part.units", words.units(typed)));
    }

    private List<FormField> groupTicks(Entries typed) {
        List<FormField> ticks = new ArrayList<>();
        for (String type : types.keys()) {
            groups(type)
                    .forEach(group -> ticks.add(words.check(
                            "groups." + type + "." + group,
                            words.texts.of(
                                    "freeze.group",
                                    words.texts.or("nav." + type, type),
                                    words.texts.or("group." + group, group)),
                            typed)));
        }
        return ticks;
    }

    private List<FormField> when(Entries typed) {
        return List.of(
                words.select(type(), "window", typed, options("window", "MONTH_END", "DATES")),
                words.text(type(), "fromDay", typed).hinted(words.texts.of("freeze.hint.fromDay")),
                words.text(type(), "fromTime", typed),
                words.text(type(), "toDay", typed).hinted(words.texts.of("freeze.hint.toDay")),
                words.text(type(), "toTime", typed),
                words.text(type(), "from", typed).hinted(words.texts.of("freeze.hint.dates")),
                words.text(type(), "to", typed));
    }

    private List<Option> options(String key, String... values) {
        return List.of(values).stream()
                .map(value -> new Option(value, words.texts.of("freeze." + key + "." + value)))
                .toList();
    }
}
