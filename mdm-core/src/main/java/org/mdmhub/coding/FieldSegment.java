package org.mdmhub.coding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;

/**
 * A text for the value of a coded field.
 *
 * @param kind FIELD, or CATEGORY for the field of that name
 * @param map value to text, all of one length, so that a code can be read back; {@link #ELSE} stands for any other
 */
record FieldSegment(String kind, String key, Map<String, String> map) implements Segment {

    /** Stands in a map for every other value, and for none. */
    static final String ELSE = "*";

    private static final String CATEGORY_FIELD = "category";

    static FieldSegment read(Settings settings) {
        return read(settings, "FIELD", settings.text("field", null));
    }

    static FieldSegment category(Settings settings) {
        return read(settings, "CATEGORY", settings.text("field", CATEGORY_FIELD));
    }

    private static FieldSegment read(Settings settings, String kind, String field) {
        Map<String, String> map = settings.texts("map");
        if (map.isEmpty()) {
            settings.wrong("map", "required");
        }
        if (map.values().stream()
                        .map(text -> Ledger.norm(text).length())
                        .distinct()
                        .count()
                > 1) {
            settings.wrong("map", "schemeLengths");
        }
        return new FieldSegment(kind, field, map);
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", kind);
        if (!(kind.equals("CATEGORY") && key.equals(CATEGORY_FIELD))) {
            settings.put("field", key);
        }
        settings.put("map", map);
        return settings;
    }

    @Override
    public @Nullable String part(Birth birth, long number, String before) {
        Object value = birth.values().get(key);
        String text = value == null ? null : map.get(String.valueOf(value));
        return text == null ? map.get(ELSE) : text;
    }

    @Override
    public String shape() {
        return anyOf(map.values());
    }

    static String anyOf(Collection<String> texts) {
        return texts.stream().map(Ledger::norm).collect(Collectors.joining("|", "(?:", ")"));
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return map.values().stream()
                .map(text -> Language.places(Ledger.norm(text)))
                .toList();
    }

    @Override
    public String name() {
        return kind.equals("CATEGORY") ? kind : key;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(key);
    }

    @Override
    public void judge(Settings settings, List<Segment> earlier, List<Field<MasterRecord>> fields) {
        boolean known = fields.stream()
                .anyMatch(field -> field.key().equals(key) && field.kind() != FieldKind.LIST && !field.masked());
        if (!key.isEmpty() && !known) {
            settings.wrong("field", "unknownField", key);
        }
    }

    @Override
    public int longest(Collection<String> organisations) {
        return map.values().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public Birth example(Birth birth) {
        boolean known = part(birth, 0, "") != null;
        String value = map.keySet().iterator().next();
        return known ? birth : new Birth(birth.orgUnit(), birth.values().with(key, value), birth.at(), birth.source());
    }
}
