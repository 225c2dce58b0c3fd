package org.mdmhub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The models that the hub learned from its own records; what was learned is never changed. */
@Component
public class LearnedModels {

    private static final String HEADS = """
            select id, type, state, asked_by, asked_at, records, same, other, learned_at, beside from match_model
            where type = ? and (?::integer is null or id = ?) order by id desc limit 20
            """;

    private static final String NOTE = """
            insert into match_pattern (model_id, profile, pattern, pairs) values (?, ?, ?, ?)
            on conflict (model_id, profile, pattern) do update set pairs = match_pattern.pairs + excluded.pairs
            """;

    private static final String LEARNED = """
            update match_model set state = 'SHADOW', counted = null, weights = ?::jsonb, same = ?, other = ?, learned_at = ?
            where id = ? and state = 'LEARNING'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LearnedModels(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far it is: what it weighs is known from SHADOW on, what that would change once it is READY. */
    public enum State {
        LEARNING,
        SHADOW,
        READY
    }

    /**
     * A learned model.
     *
     * @param number by which a setting names it
     * @param beside version of the model in force that it ran beside, null before it did
     * @param records that there were, {@code same} and {@code other} labels of two being the same or not, from which it learned
     */
    public record Head(
            int number,
            String type,
            State state,
            String askedBy,
            Instant askedAt,
            int records,
            int same,
            int other,
            @Nullable Instant learnedAt,
            @Nullable String beside) {}

    /** The last ones of a kind of master, the newest first. */
    @Transactional(readOnly = true)
    public List<Head> of(String type) {
        return heads(type, null);
    }

    @Transactional(readOnly = true)
    public Optional<Head> find(String type, int number) {
        return heads(type, number).stream().findFirst();
    }

    private List<Head> heads(String type, @Nullable Integer number) {
        return jdbc.sql(HEADS)
                .param(1, type)
                .param(2, number, java.sql.Types.INTEGER)
                .param(3, number, java.sql.Types.INTEGER)
                .query(LearnedModels::head)
                .list();
    }

    /**
     * By profile what it weighs, as {@link org.mdmhub.matching.model.Weights#of} reads it.
     *
     * @throws IllegalArgumentException where there is none that has learned
     */
    Map<String, Map<String, Object>> weights(String type, int number) {
        return jdbc.sql("select weights from match_model where type = ? and id = ? and weights is not null")
                .params(type, number)
                .query(String.class)
                .optional()
                .map(this::map)
                .orElseThrow(() -> new IllegalArgumentException("no learned model " + number + " of " + type));
    }

    int begin(String type, String who, Instant now) {
        return jdbc.sql("insert into match_model (type, asked_by, asked_at) values (?, ?, ?) returning id")
                .params(type, who, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** From which records it learns, and how common values are among all. */
    void counted(int model, List<Long> seeds, long records, Map<String, ?> counted) {
        jdbc.sql(
                        "update match_model set seeds = ?, records = ?, counted = ?::jsonb where id = ? and state = 'LEARNING'")
                .params(seeds.toArray(Long[]::new), records, json.writeValueAsString(counted), model)
                .update();
    }

    Map<String, Map<String, Object>> counted(int model) {
        return map(jdbc.sql("select counted from match_model where id = ?")
                .param(model)
                .query(String.class)
                .single());
    }

    /** Some of the records that it learns from, in their order. */
    List<Long> seeds(int model, int from, int most) {
        return jdbc.sql("select unnest(seeds[?:?]) from match_model where id = ?")
                .params(from + 1, from + most, model)
                .query(Long.class)
                .list();
    }

    void note(int model, String profile, Map<Long, Integer> patterns) {
        patterns.forEach((pattern, pairs) ->
                jdbc.sql(NOTE).params(model, profile, pattern, pairs).update());
    }

    Map<Long, Integer> patterns(int model, String profile) {
        Map<Long, Integer> patterns = new HashMap<>();
        jdbc.sql("select pattern, pairs from match_pattern where model_id = ? and profile = ?")
                .params(model, profile)
                .query((ResultSet row) -> {
                    patterns.put(row.getLong("pattern"), (int) Math.min(Integer.MAX_VALUE, row.getLong("pairs")));
                });
        return patterns;
    }

    /** What it learned; the patterns are needed no more. */
    void learned(int model, Map<String, ?> weights, int same, int other, Instant now) {
        jdbc.sql(LEARNED)
                .params(
                        json.writeValueAsString(weights),
                        same,
                        other,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        model)
                .update();
        jdbc.sql("delete from match_pattern where model_id = ?").param(model).update();
    }

    /** From now on it runs beside that model in force; false where it does already. */
    boolean beside(int model, String version) {
        boolean other = jdbc.sql("update match_model set beside = ? where id = ? and beside is distinct from ?")
                        .params(version, model, version)
                        .update()
                > 0;
        if (other) {
            jdbc.sql("delete from match_shadow where model_id = ?").param(model).update();
        }
        return other;
    }

    void ready(int model) {
        jdbc.sql("update match_model set state = 'READY' where id = ?")
                .param(model)
                .update();
    }

    /** One that was given up before it was ready. */
    void drop(int model) {
        jdbc.sql("delete from match_model where id = ? and state <> 'READY'")
                .param(model)
                .update();
    }

    private Map<String, Map<String, Object>> map(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        Timestamp learned = row.getTimestamp("learned_at");
        return new Head(
                row.getInt("id"),
                row.getString("type"),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("records"),
                row.getInt("same"),
                row.getInt("other"),
                learned == null ? null : learned.toInstant(),
                row.getString("beside"));
    }
}
