package org.mdmhub.matching;

import java.util.List;
import java.util.UUID;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Open pairs that a model scored which is no longer in force. */
@Component
class OldPairs {

    private static final String OLD = """
            select p.id, one.compared as first, other.compared as second from duplicate_pair p
            join match_subject one on one.record_id = p.first_id
            join match_subject other on other.record_id = p.second_id
            where p.status = 'OPEN' and p.type = ? and p.model <> ? order by p.id limit ? for update of p
            """;

    private static final String ONE = """
            select p.type, p.model, one.compared as first, other.compared as second from duplicate_pair p
            join match_subject one on one.record_id = p.first_id
            join match_subject other on other.record_id = p.second_id
            where p.id = ? and p.status = 'OPEN'
            """;

    // one that somebody wanted to link stays to be decided on
    private static final String DROP = """
            delete from duplicate_pair p where p.id = ? and not exists (select from pair_link l where l.pair_id = p.id)
            """;

    private static final String SCORE = """
            update duplicate_pair set score = ?, outcome = ?, evidence = ?::jsonb, prior = ?, model = ? where id = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final List<MatchModel> models;
    private final ModelWeights weights;

    OldPairs(JdbcClient jdbc, JsonMapper json, List<MatchModel> models, ModelWeights weights) {
        this.jdbc = jdbc;
        this.json = json;
        this.models = models;
        this.weights = weights;
    }

    private record Old(UUID id, FieldValues first, FieldValues second) {}

    /** Whether there are any. */
    boolean any() {
        return models.stream()
                .anyMatch(model -> !jdbc.sql(OLD)
                        .params(model.type(), weights.of(model).version(), 1)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list()
                        .isEmpty());
    }

    /** Scores some anew, and drops what is not worth a look any more; how many that were. */
    int rescore(int most) {
        int done = 0;
        for (MatchModel model : models) {
            Weighing weighing = weights.of(model);
            List<Old> old = jdbc.sql(OLD)
                    .params(model.type(), weighing.version(), most)
                    .query((row, number) -> new Old(
                            row.getObject("id", UUID.class),
                            values(row.getString("first")),
                            values(row.getString("second"))))
                    .list();
            old.forEach(pair -> rescore(pair, model, weighing));
            done += old.size();
        }
        return done;
    }

    /** Scores one open pair anew where another model had scored it; it stays open whatever it comes to. */
    void rescore(UUID id) {
        jdbc.sql(ONE)
                .param(id)
                .query((row, number) -> new Scored(
                        row.getString("type"),
                        row.getString("model"),
                        new Old(id, values(row.getString("first")), values(row.getString("second")))))
                .optional()
                .ifPresent(this::rescore);
    }

    private record Scored(String type, String version, Old pair) {}

    private void rescore(Scored scored) {
        models.stream().filter(model -> model.type().equals(scored.type())).forEach(model -> {
            Weighing weighing = weights.of(model);
            if (!weighing.version().equals(scored.version())) {
                Old pair = scored.pair();
                write(pair.id(), Matching.compare(model, weighing, pair.first(), pair.second()), weighing);
            }
        });
    }

    private void rescore(Old pair, MatchModel model, Weighing weighing) {
        Verdict verdict = Matching.compare(model, weighing, pair.first(), pair.second());
        boolean nothing = verdict.outcome() == MatchOutcome.NONE;
        if (!nothing || jdbc.sql(DROP).param(pair.id()).update() == 0) {
            write(pair.id(), verdict, weighing);
        }
    }

    private void write(UUID pair, Verdict verdict, Weighing weighing) {
        MatchOutcome outcome = verdict.outcome() == MatchOutcome.NONE ? MatchOutcome.POSSIBLE : verdict.outcome();
        jdbc.sql(SCORE)
                .params(
                        verdict.score(),
                        outcome.name(),
                        json.writeValueAsString(verdict.evidence()),
                        verdict.prior(),
                        weighing.version(),
                        pair)
                .update();
    }

    private FieldValues values(String compared) {
        return FieldValues.of(json.readValue(compared, new TypeReference<>() {}));
    }
}
