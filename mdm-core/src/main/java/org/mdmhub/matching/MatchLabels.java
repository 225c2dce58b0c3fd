package org.mdmhub.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people said of pairs, with what was compared then; never changed, and what the model is measured by. */
@Component
public class MatchLabels {

    private static final String KEEP = """
            insert into match_label (type, first_id, second_id, first_values, second_values, same, score, outcome, model,
                decided_by, decided_at, why)
            select p.type, p.first_id, p.second_id,
                coalesce((select s.compared from match_subject s where s.record_id = p.first_id), '{}'),
                coalesce((select s.compared from match_subject s where s.record_id = p.second_id), '{}'),
                ?, p.score, p.outcome, p.model, ?, ?, ?
            from duplicate_pair p where p.id = ?
            """;

    private static final String LAST = """
            select l.type, l.first_values, l.second_values, l.same, l.outcome from match_label_held l
            where l.first_id = ? and l.second_id = ? order by l.id desc limit 1
            """;

    private static final String TAKE_BACK = """
            insert into match_label_taken_back (label_id, taken_back_by, taken_back_at)
            select l.id, ?, ? from duplicate_pair p
            join match_label_held l on l.first_id = p.first_id and l.second_id = p.second_id
            where p.id = ? order by l.id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MatchModels models;

    MatchLabels(JdbcClient jdbc, JsonMapper json, MatchModels models) {
        this.jdbc = jdbc;
        this.json = json;
        this.models = models;
    }

    /**
     * Keeps what somebody said of a pair, as the two are now. To be called before a merge moves anything.
     *
     * @param same whether they are the same thing
     */
    public void keep(UUID pair, boolean same, String who, String why, Instant now) {
        jdbc.sql(KEEP)
                .params(same, who, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), why, pair)
                .update();
    }

    /** What was said of a pair last holds no more; it stays to be read, and neither measures the model nor keeps two apart. */
    void takeBack(UUID pair, String who, Instant now) {
        jdbc.sql(TAKE_BACK)
                .params(who, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), pair)
                .update();
    }

    /**
     * Whether somebody last said of the two that they are not the same although they matched, and they are no more alike
     * now than then, both by the model in force.
     */
    public boolean areDistinct(long one, long other, double score) {
        return jdbc.sql(LAST)
                .params(Math.min(one, other), Math.max(one, other))
                .query((row, number) -> !row.getBoolean("same")
                        && MatchOutcome.valueOf(row.getString("outcome")) == MatchOutcome.MATCH
                        && scoreNow(
                                        row.getString("type"),
                                        values(row.getString("first_values")),
                                        values(row.getString("second_values")))
                                >= score)
                .optional()
                .orElse(false);
    }

    private double scoreNow(String type, FieldValues one, FieldValues other) {
        return models.compare(type, one, other).map(Verdict::score).orElse(0.0);
    }

    private FieldValues values(String compared) {
        return FieldValues.of(json.readValue(compared, new TypeReference<>() {}));
    }
}
