package org.mdmhub.mass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.mass.MassChange.Item;
import org.mdmhub.request.Step;
import org.mdmhub.road.MassRoad;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of mass changes. Every call runs in the caller's transaction. */
@Component
class MassStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MassStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(MassChange change, List<Item> items) {
        jdbc.sql("insert into mass_change (key, type, owner_unit_id, filter, fields, steps, total, hash, created_by,"
                        + " created_at) values (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?)")
                .params(
                        change.key(),
                        change.type(),
                        change.ownerUnit(),
                        json.writeValueAsString(change.filter()),
                        json.writeValueAsString(change.fields()),
                        json.writeValueAsString(change.steps()),
                        change.total(),
                        change.hash(),
                        change.createdBy(),
                        change.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into mass_item (key, position, record_id, version, fields)"
                                + " select ?, p, r, v, f::jsonb from unnest(?::int[], ?::bigint[], ?::int[], ?::text[]) q(p, r, v, f)")
                .params(
                        change.key(),
                        items.stream().map(Item::position).toArray(Integer[]::new),
                        items.stream().map(Item::record).toArray(Long[]::new),
                        items.stream().map(Item::version).toArray(Integer[]::new),
                        items.stream()
                                .map(item -> json.writeValueAsString(item.fields()))
                                .toArray(String[]::new))
                .update();
    }

    Optional<MassChange> find(String key) {
        return jdbc.sql("select * from mass_change where key = ?")
                .param(key)
                .query(this::change)
                .optional();
    }

    List<MassChange> last(int most) {
        return jdbc.sql("select * from mass_change where request_id is not null order by created_at desc limit ?")
                .param(most)
                .query(this::change)
                .list();
    }

    void submitted(String key, UUID request) {
        jdbc.sql("update mass_change set request_id = ? where key = ?")
                .params(request, key)
                .update();
    }

    void approved(String key, UUID job, Instant now) {
        jdbc.sql("update mass_change set approved_at = ?, job_id = ? where key = ?")
                .params(now.atOffset(ZoneOffset.UTC), job, key)
                .update();
    }

    void finished(String key) {
        jdbc.sql("update mass_change set finished_at = now() where key = ? and finished_at is null")
                .param(key)
                .update();
    }

    /** Records that nothing was done to yet, behind a position. */
    List<Item> planned(String key, long after, int most) {
        return jdbc.sql("select * from mass_item where key = ? and state = 'PLANNED' and position > ?"
                        + " order by position limit ?")
                .params(key, after, most)
                .query(this::item)
                .list();
    }

    /** Records in a state, null for all. */
    List<Item> items(String key, @Nullable String state, int most) {
        return jdbc.sql("select * from mass_item where key = :key and (:state::text is null or state = :state)"
                        + " order by position limit :most")
                .param("key", key)
                .param("state", state, Types.VARCHAR)
                .param("most", most)
                .query(this::item)
                .list();
    }

    Map<String, Integer> counts(String key) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) as figure from mass_item where key = ? group by state order by state")
                .param(key)
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("figure"));
                });
        return counts;
    }

    /** Whether it was this call that noted what became of it: never twice. */
    boolean note(String key, int position, MassRoad.Outcome outcome) {
        return jdbc.sql("update mass_item set state = :state, request_id = :request, note = :note::jsonb"
                                + " where key = :key and position = :position and state = 'PLANNED'")
                        .param("state", outcome.state().name())
                        .param("request", outcome.request(), Types.OTHER)
                        .param(
                                "note",
                                json.writeValueAsString(outcome.findings().stream()
                                        .map(finding -> Map.of(
                                                "pointer",
                                                finding.pointer(),
                                                "code",
                                                finding.code(),
                                                "args",
                                                finding.args()))
                                        .toList()))
                        .param("key", key)
                        .param("position", position)
                        .update()
                > 0;
    }

    private MassChange change(ResultSet row, int number) throws SQLException {
        return new MassChange(
                row.getString("key"),
                row.getString("type"),
                row.getInt("owner_unit_id"),
                json.readValue(row.getString("filter"), new TypeReference<>() {}),
                json.readValue(row.getString("fields"), new TypeReference<>() {}),
                json.readValue(row.getString("steps"), new TypeReference<List<Step>>() {}),
                row.getInt("total"),
                row.getString("hash"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", UUID.class),
                instant(row, "approved_at"),
                row.getObject("job_id", UUID.class),
                instant(row, "finished_at"));
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getInt("position"),
                row.getLong("record_id"),
                row.getInt("version"),
                json.readValue(row.getString("fields"), new TypeReference<>() {}),
                row.getString("state"),
                row.getObject("request_id", UUID.class),
                json.readValue(row.getString("note"), new TypeReference<>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
