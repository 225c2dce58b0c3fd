package org.mdmhub.merge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what merges decided. Runs in the caller's scope: members that it hides are not there. */
@Component
class JournalReader {

    private static final String ONE = """
            select j.id, j.number, j.type, j.survivor_id, j.choices::text, j.merged_at
            from merge_journal j join record r on r.id = j.survivor_id where j.id = ?
            """;

    private static final String LAST = """
            select j.id, j.number, j.type, j.survivor_id, j.choices::text, j.merged_at
            from merge_journal j where j.survivor_id = ? and j.undone_by is null order by j.number desc limit ?
            """;

    private static final String HOLDING = """
            select j.id, j.number, j.type, j.survivor_id, j.choices::text, j.merged_at
            from merge_journal j join record r on r.id = j.survivor_id
            where j.type = ? and j.undone_by is null and j.number < ? order by j.number desc limit ?
            """;

    private static final String MEMBERS = """
            select m.merge_id, m.record_id, m.before::text, r.code, o.code as unit
            from merge_member m join record r on r.id = m.record_id join org_unit o on o.id = r.org_unit_id
            where m.merge_id = any (?) order by m.merge_id, m.place
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose value a field took, null where nobody's, and why. */
    record Choice(@Nullable String from, String rule) {}

    /** A merge and what it decided, by field. */
    record Decided(UUID id, long number, String type, long survivor, Map<String, Choice> choices, Instant at) {}

    /** A member as it was then, the survivor first. */
    record Before(long record, String code, String orgUnit, FieldValues values) {}

    Optional<Decided> find(UUID merge) {
        return jdbc.sql(ONE).param(merge).query((row, number) -> decided(row)).optional();
    }

    /** Merges into a record that hold, the last first. */
    List<Decided> into(long survivor, int limit) {
        return jdbc.sql(LAST)
                .params(survivor, limit)
                .query((row, number) -> decided(row))
                .list();
    }

    /** Merges of a kind of master that hold, the last first. */
    List<Decided> holding(String type, long below, int limit) {
        return jdbc.sql(HOLDING)
                .params(type, below, limit)
                .query((row, number) -> decided(row))
                .list();
    }

    /** By merge. */
    Map<UUID, List<Before>> members(List<UUID> merges) {
        Map<UUID, List<Before>> members = new LinkedHashMap<>();
        jdbc.sql(MEMBERS).param(merges.toArray(UUID[]::new)).query(row -> {
            members.computeIfAbsent(row.getObject("merge_id", UUID.class), key -> new ArrayList<>())
                    .add(new Before(
                            row.getLong("record_id"),
                            row.getString("code"),
                            row.getString("unit"),
                            values(row.getString("before"))));
        });
        return members;
    }

    private Decided decided(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Decided(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("type"),
                row.getLong("survivor_id"),
                json.readValue(row.getString("choices"), new TypeReference<Map<String, Choice>>() {}),
                row.getObject("merged_at", OffsetDateTime.class).toInstant());
    }

    private FieldValues values(String text) {
        return FieldValues.exact(json.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {}));
    }
}
