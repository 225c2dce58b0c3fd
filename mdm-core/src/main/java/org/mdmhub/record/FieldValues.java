package org.mdmhub.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A master in neutral form: field key to neutral value. Fields without a value are left out. Immutable. */
public final class FieldValues {

    private static final FieldValues NONE = new FieldValues(Map.of());

    private final Map<String, Object> values;

    private FieldValues(Map<String, Object> values) {
        this.values = values;
    }

    public static FieldValues none() {
        return NONE;
    }

    /** Entries that are null are left out. */
    public static FieldValues of(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                kept.put(key, value);
            }
        });
        return new FieldValues(Collections.unmodifiableMap(kept));
    }

    /** Values of any depth in which each number has the one form in which it equals itself. */
    public static FieldValues exact(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> exact = new LinkedHashMap<>();
        values.forEach((key, value) -> exact.put(key, exact(value)));
        return of(exact);
    }

    private static @Nullable Object exact(@Nullable Object value) {
        if (value instanceof Number number) {
            return FieldKind.plain(number);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(FieldValues::exact)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> held = new LinkedHashMap<>();
            map.forEach((key, part) -> held.put(String.valueOf(key), part));
            return exact(held).asMap();
        }
        return value;
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }

    /** A text value, or null where there is none or it is no text. */
    public @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    public List<Map<String, Object>> list(String key) {
        Object value = values.get(key);
        return value instanceof List<?> ? ListItems.cast(value) : List.of();
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, Object> asMap() {
        return values;
    }

    /** These values with some of them changed; null clears. */
    public FieldValues with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return of(changed);
    }

    public FieldValues with(String key, @Nullable Object value) {
        return with(Collections.singletonMap(key, value));
    }

    /** What leads from {@code before} to these values, in the order of the fields. */
    public List<FieldChange> changesFrom(FieldValues before) {
        Set<String> keys = new LinkedHashSet<>(before.values.keySet());
        keys.addAll(values.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String key : keys) {
            Object old = before.values.get(key);
            Object now = values.get(key);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(key, old, now));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "FieldValues" + values.keySet();
    }
}
