package org.mdmhub.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/**
 * What one reader does not see of the masters of one type in one organisation; made by {@link Masking}. A screen shows a
 * value covered, REST leaves it out and names its key.
 */
public final class Mask {

    private static final String DOTS = "••••";
    private static final int SHOWN = 4;
    private static final int SHORTEST_SHOWN = 8;

    /** Nothing is hidden. */
    static final Mask NONE = new Mask(Map.of(), Map.of());

    private final Map<String, FieldKind> fields;
    private final Map<String, Map<String, FieldKind>> items;

    /**
     * @param fields keys of hidden fields
     * @param items keys of hidden fields of a list's items, by key of the list
     */
    Mask(Map<String, FieldKind> fields, Map<String, Map<String, FieldKind>> items) {
        this.fields = fields;
        this.items = items;
    }

    /** Whether anything is hidden at all. */
    public boolean isEmpty() {
        return fields.isEmpty() && items.isEmpty();
    }

    /** Whether the field, or a part of its items, is hidden. */
    public boolean touches(String key) {
        return fields.containsKey(key) || items.containsKey(key);
    }

    /** For a screen or a file: dots and the last four characters, of a date or a short value dots only. */
    public @Nullable Object covered(String key, @Nullable Object value) {
        FieldKind kind = fields.get(key);
        if (value == null || !touches(key)) {
            return value;
        }
        return kind != null ? dots(kind, value) : each(key, value, true);
    }

    /** For REST: without it; null where nothing is left. */
    public @Nullable Object without(String key, @Nullable Object value) {
        if (value == null || !touches(key)) {
            return value;
        }
        return fields.containsKey(key) ? null : each(key, value, false);
    }

    public FieldValues covered(FieldValues values) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        values.asMap().forEach((key, value) -> seen.put(key, covered(key, value)));
        return isEmpty() ? values : FieldValues.of(seen);
    }

    public FieldChange covered(FieldChange change) {
        String key = change.field();
        return touches(key)
                ? new FieldChange(key, covered(key, change.before()), covered(key, change.after()))
                : change;
    }

    /** Values with a key for each field, null for what is hidden or empty. */
    public Map<String, @Nullable Object> without(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!fields.containsKey(key)) {
                seen.put(key, without(key, value));
            }
        });
        return seen;
    }

    /** Keys of what is there and hidden: {@code invoiceAccount}, {@code bankAccounts.account}. */
    public List<String> names(Map<String, ? extends @Nullable Object> values) {
        Set<String> names = new LinkedHashSet<>();
        values.forEach((key, value) -> {
            if (value != null && fields.containsKey(key)) {
                names.add(key);
            } else if (value instanceof List<?> list) {
                items.getOrDefault(key, Map.of()).keySet().stream()
                        .filter(part -> list.stream().anyMatch(holds(part)))
                        .forEach(part -> names.add(key + "." + part));
            }
        });
        return List.copyOf(names);
    }

    private static Predicate<@Nullable Object> holds(String part) {
        return item -> item instanceof Map<?, ?> map && map.get(part) != null;
    }

    /** A finding on something hidden says neither the value nor a repaired one. */
    public Finding covered(Finding finding) {
        String field = finding.pointer().replaceFirst("^/fields/", "").replaceFirst("/.*$", "");
        return touches(field)
                ? new Finding(
                        finding.pointer(),
                        finding.severity(),
                        finding.code(),
                        finding.args().stream().map(arg -> DOTS).toList(),
                        null)
                : finding;
    }

    private Object each(String list, Object value, boolean cover) {
        Map<String, FieldKind> hidden = items.getOrDefault(list, Map.of());
        if (!(value instanceof List<?> present)) {
            // an unfinished draft may hold anything
            return DOTS;
        }
        List<Object> seen = new ArrayList<>();
        for (Object item : present) {
            seen.add(item instanceof Map<?, ?> parts ? item(parts, hidden, cover) : DOTS);
        }
        return seen;
    }

    private static Map<String, Object> item(Map<?, ?> parts, Map<String, FieldKind> hidden, boolean cover) {
        Map<String, Object> seen = new LinkedHashMap<>();
        parts.forEach((key, value) -> {
            FieldKind kind = hidden.get(String.valueOf(key));
            if (kind == null || value == null) {
                seen.put(String.valueOf(key), value);
            } else if (cover) {
                seen.put(String.valueOf(key), dots(kind, value));
            }
        });
        return seen;
    }

    private static String dots(FieldKind kind, Object value) {
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        return kind == FieldKind.DATE || length < SHORTEST_SHOWN
                ? DOTS
                : DOTS + text.substring(text.offsetByCodePoints(text.length(), -SHOWN));
    }
}
