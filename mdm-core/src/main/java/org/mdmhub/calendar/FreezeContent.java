package org.mdmhub.calendar;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;

/** Reads a freeze from its content, a JSON map, and says which entries are not what they should be. */
final class FreezeContent {

    static final Set<String> ENTRIES = Set.of(
            "name",
            "nameZh",
            "type",
            "groups",
            "fields",
            "orgUnits",
            "window",
            "fromDay",
            "fromTime",
            "toDay",
            "toTime",
            "from",
            "to",
            "then",
            "active");

    private static final int MAX_NAME = 100;
    private static final int MAX_WORKING_DAY = 15;

    private final Content content;
    private final MasterTypes types;
    private final Organisations organisations;

    private FreezeContent(Content content, MasterTypes types, Organisations organisations) {
        this.content = content;
        this.types = types;
        this.organisations = organisations;
    }

    /** The freeze, or null where it is none; what is wrong is added to {@code findings}. */
    static @Nullable Freeze read(
            String key, FieldValues values, MasterTypes types, Organisations organisations, List<Finding> findings) {
        int before = findings.size();
        Freeze freeze = new FreezeContent(new Content(values, ENTRIES, findings), types, organisations).freeze(key);
        return findings.size() > before ? null : freeze;
    }

    private Freeze freeze(String key) {
        content.named();
        String type = content.text("type", MAX_NAME);
        Set<String> groups = new LinkedHashSet<>(content.texts("groups"));
        Set<String> fields = new LinkedHashSet<>(content.texts("fields"));
        if (types.find(type).isEmpty()) {
            content.wrong("type", "choice", String.join(", ", types.keys()));
        } else {
            touched(type, groups, fields);
        }
        boolean dates = choice("window", "MONTH_END", "DATES").equals("DATES");
        boolean refused = choice("then", "SCHEDULE", "REFUSE").equals("REFUSE");
        return new Freeze(
                key,
                content.text("name", MAX_NAME),
                content.text("nameZh", MAX_NAME),
                type,
                groups,
                fields,
                content.units("orgUnits", organisations),
                dates ? null : monthEnd(),
                dates ? dates() : null,
                refused,
                !Boolean.FALSE.equals(content.get("active")));
    }

    private void touched(String type, Set<String> groups, Set<String> fields) {
        List<Field<MasterRecord>> known = types.fields(type);
        Set<String> keys = known.stream().map(Field::key).collect(Collectors.toSet());
        Set<String> knownGroups = known.stream().map(Field::group).collect(Collectors.toSet());
        fields.stream()
                .filter(field -> !keys.contains(field))
                .forEach(field -> content.wrong("fields", "unknownField", field));
        groups.stream()
                .filter(group -> !knownGroups.contains(group))
                .forEach(group -> content.wrong("groups", "choice", String.join(", ", knownGroups)));
        if (fields.isEmpty() && groups.isEmpty()) {
            content.wrong("groups", "required");
        }
    }

    private String choice(String key, String one, String other) {
        String chosen = content.text(key, MAX_NAME);
        if (!chosen.equals(one) && !chosen.equals(other)) {
            content.wrong(key, "choice", one + ", " + other);
        }
        return chosen;
    }

    private Freeze.MonthEnd monthEnd() {
        return new Freeze.MonthEnd(
                day("fromDay", true),
                parsed("fromTime", LocalTime::parse, LocalTime.NOON),
                day("toDay", false),
                parsed("toTime", LocalTime::parse, LocalTime.NOON));
    }

    private int day(String key, boolean negative) {
        int least = negative ? -MAX_WORKING_DAY : 1;
        if (content.get(key) instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.signum() != 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(MAX_WORKING_DAY)) <= 0) {
            return number.intValue();
        }
        content.wrong(key, content.get(key) == null ? "required" : "type", "INTEGER");
        return 1;
    }

    private Freeze.Dates dates() {
        LocalDateTime from = parsed("from", LocalDateTime::parse, LocalDateTime.MIN);
        LocalDateTime to = parsed("to", LocalDateTime::parse, LocalDateTime.MAX);
        if (!from.isBefore(to)) {
            content.wrong("to", "freezeOrder");
        }
        return new Freeze.Dates(from, to);
    }

    private <T> T parsed(String key, Function<CharSequence, T> parse, T otherwise) {
        String text = content.text(key, MAX_NAME);
        try {
            return parse.apply(text.replace(' ', 'T'));
        } catch (DateTimeParseException e) {
            if (text.isEmpty()) {
                content.wrong(key, "required");
            } else {
                content.wrong(key, "clockTime", text);
            }
            return otherwise;
        }
    }
}
