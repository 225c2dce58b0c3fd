package org.mdmhub.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where merged records lead, through chains of any length to the last. A survivor that the caller's scope hides is told
 * too, by number and code alone: the code of a merged record leads on for ever.
 */
@Component
public class Survivors {

    private static final String LAST = """
            select m.id as merged, s.id, s.code from unnest(:ids::bigint[]) as m (id), record_survivor(m.id) s
            """;

    private static final String NAMED = """
            select distinct o.code, s.code as survivor from record_reference x join record o on o.id = x.other_id
            cross join lateral record_survivor(o.id) s where x.record_id = ? and o.survivor_id is not null
            """;

    private final JdbcClient jdbc;
    private final MasterTypes types;

    Survivors(JdbcClient jdbc, MasterTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /**
     * The end of a chain.
     *
     * @param merged the record that was asked for
     * @param id the record that stands for it, itself where it was not merged
     */
    public record Last(long merged, long id, String code) {}

    /** By the records that were asked for; each that exists has one. */
    public Map<Long, Last> of(Collection<Long> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(LAST).param("ids", records.toArray(new Long[0])).query(Last.class).stream()
                .collect(Collectors.toMap(Last::merged, Function.identity()));
    }

    /** The code that a record leads to, also one from the history; null where it stands for itself. */
    public @Nullable String codeOf(MasterRecord record) {
        Long next = record.survivorId();
        Last last = next == null ? null : of(Set.of(next)).get(next);
        return last == null ? null : last.code();
    }

    /**
     * A record's values as others should read them: where it names a merged record, the survivor's code stands. What would
     * then name the record itself is left out. Only names of records in the caller's scope are resolved.
     */
    public FieldValues resolved(String type, MasterRecord record, FieldValues values) {
        Map<String, String> survivor = new HashMap<>();
        jdbc.sql(NAMED)
                .param(record.id())
                .query((row, number) -> survivor.put(row.getString("code"), row.getString("survivor")))
                .list();
        if (survivor.isEmpty()) {
            return values;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        for (Field<MasterRecord> field : types.fields(type)) {
            if (field.kind() == FieldKind.MASTER) {
                String code = values.text(field.key());
                String now = code == null ? null : survivor.getOrDefault(code, code);
                changed.put(field.key(), record.code().equals(now) ? null : now);
            }
            for (Field.Item part : field.items()) {
                if (part.kind() == FieldKind.MASTER) {
                    changed.put(field.key(), items(values.list(field.key()), part.key(), survivor, record.code()));
                }
            }
        }
        return values.with(changed);
    }

    private static @Nullable List<Map<String, Object>> items(
            List<Map<String, Object>> items, String key, Map<String, String> survivor, String own) {
        List<Map<String, Object>> resolved = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Object code = item.get(key);
            String now = code == null ? null : survivor.get(String.valueOf(code));
            if (now == null) {
                resolved.add(item);
            } else if (!now.equals(own)) {
                Map<String, Object> moved = new LinkedHashMap<>(item);
                moved.put(key, now);
                resolved.add(moved);
            }
        }
        return resolved.isEmpty() ? null : resolved;
    }
}
