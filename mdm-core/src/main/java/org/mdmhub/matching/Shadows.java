package org.mdmhub.matching;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.model.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a learned model says beside the one in force: of pairs among the records it was learned from, and of what people said. */
@Component
public class Shadows {

    /** Pairs that are named at most. */
    public static final int KEPT = 50;

    // below that a pair adds nothing to what is believed to be missed
    private static final double HARDLY = 0.01;

    private static final String NOTE = """
            insert into match_shadow (model_id, first_id, second_id, now_score, then_score, now_outcome, then_rule, believed)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (model_id, first_id, second_id) do nothing
            """;

    // from :possible on two are worth a look, and below it where a rule says so
    private static final String SEEN = """
            (select s.*, case when s.then_rule = 'NONE' and s.then_score >= :possible then 'POSSIBLE' else s.then_rule end
                as then_outcome from match_shadow s where s.model_id = :model) s
            join record one on one.id = s.first_id join record other on other.id = s.second_id
            """;

    private static final String SUMS = """
            select count(*) filter (where s.now_outcome <> 'NONE' and s.then_outcome <> 'NONE') as kept,
                count(*) filter (where s.now_outcome = 'NONE' and s.then_outcome <> 'NONE') as added,
                count(*) filter (where s.now_outcome <> 'NONE' and s.then_outcome = 'NONE') as gone,
                coalesce(sum(s.believed) filter (where s.now_outcome <> 'NONE'), 0) as now_same,
                coalesce(sum(s.believed) filter (where s.then_outcome <> 'NONE'), 0) as then_same,
                coalesce(sum(s.believed), 0) as all_same
            from\s""" + SEEN;

    private static final String OTHERWISE = """
            select one.code as first_code, other.code as second_code,
                (select m.name from match_subject m where m.record_id = s.first_id) as first_name,
                (select m.name from match_subject m where m.record_id = s.second_id) as second_name,
                s.now_score, s.then_score, s.now_outcome, s.then_outcome
            from\s""" + SEEN + """
            where s.now_outcome <> s.then_outcome
            order by abs(s.now_score - s.then_score) desc, s.first_id, s.second_id limit :most
            """;

    private final JdbcClient jdbc;
    private final MatchSubjects subjects;
    private final ModelWeights weights;
    private final LearnedModels learned;
    private final HeldLabels labels;
    private final MatchModels models;

    Shadows(
            JdbcClient jdbc,
            MatchSubjects subjects,
            ModelWeights weights,
            LearnedModels learned,
            HeldLabels labels,
            MatchModels models) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.weights = weights;
        this.learned = learned;
        this.labels = labels;
        this.models = models;
    }

    /**
     * Pairs that are worth a look now and by the learned model, and what it believes of them.
     *
     * @param added pairs that would be shown, {@code gone} that would be shown no more
     * @param precisionNow share of what is shown that is believed to be the same, 0 where nothing is shown
     * @param recallNow share of what is believed to be the same that is shown, 0 where nothing is
     */
    public record Sums(
            long kept,
            long added,
            long gone,
            double precisionNow,
            double recallNow,
            double precisionThen,
            double recallThen) {}

    /** A pair that would come to something else; a name is null where the record is matched no more. */
    public record Otherwise(
            String firstCode,
            @Nullable String firstName,
            String secondCode,
            @Nullable String secondName,
            double nowScore,
            double thenScore,
            MatchOutcome now,
            MatchOutcome then) {}

    /**
     * What people said, against what is shown.
     *
     * @param judged pairs they judged, {@code same} that they said to be the same
     * @param shown of all judged, {@code right} of those said to be the same
     */
    public record Judged(int judged, int same, int shown, int right) {}

    /** A decision that the model would contradict and the one in force does not: {@code same} is what was said. */
    public record Against(String firstCode, String secondCode, boolean same, double nowScore, double thenScore) {}

    /**
     * What people said, against both models.
     *
     * @param now what was kept out of learning, by which the models are measured, {@code then} by the learned one
     * @param against how many decisions would be contradicted, {@code first} of them
     */
    public record Labelled(Judged now, Judged then, int against, List<Against> first) {}

    /** Whether it begins now, or anew as another model holds than before. */
    boolean begins(MatchModel model, int number) {
        return learned.beside(number, weights.of(model).version());
    }

    /** Compares records with all their look-alikes both ways. */
    void run(MatchModel model, int number, List<MatchSubjects.Present> records) {
        Weighing now = weights.of(model);
        Weighing then = now.with(number, weights.weights(model, number));
        for (MatchSubjects.Present record : records) {
            Set<String> strong = MatchKeys.strong(model, record.compared());
            for (MatchSubjects.Kept other :
                    subjects.near(model.type(), MatchKeys.of(model, record.compared()), strong)) {
                Long theirs = other.owner().recordId();
                if (theirs != null && theirs != record.record()) {
                    note(
                            number,
                            record.record(),
                            theirs,
                            Matching.compare(model, now, record.compared(), other.compared()),
                            Matching.compare(model, then, record.compared(), other.compared()));
                }
            }
        }
    }

    private void note(int number, long one, long other, Verdict now, Verdict then) {
        double believed = Weights.probability(then.bits());
        boolean shown = now.outcome() != MatchOutcome.NONE || then.outcome() != MatchOutcome.NONE;
        if (shown || believed >= HARDLY) {
            jdbc.sql(NOTE)
                    .params(
                            number,
                            Math.min(one, other),
                            Math.max(one, other),
                            now.score(),
                            then.score(),
                            now.outcome().name(),
                            then.ruled().name(),
                            believed)
                    .update();
        }
    }

    /**
     * Of pairs in the reader's scope.
     *
     * @param possible score from which two would be worth a look
     */
    @Transactional(readOnly = true)
    public Sums sums(int number, double possible) {
        return jdbc.sql(SUMS)
                .param("model", number)
                .param("possible", possible)
                .query((row, at) -> {
                    long kept = row.getLong("kept");
                    double all = row.getDouble("all_same");
                    double now = row.getDouble("now_same");
                    double then = row.getDouble("then_same");
                    return new Sums(
                            kept,
                            row.getLong("added"),
                            row.getLong("gone"),
                            share(now, (double) kept + row.getLong("gone")),
                            share(now, all),
                            share(then, (double) kept + row.getLong("added")),
                            share(then, all));
                })
                .single();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Pairs in the reader's scope that would come to something else, the largest change first. */
    @Transactional(readOnly = true)
    public List<Otherwise> otherwise(int number, double possible) {
        return jdbc.sql(OTHERWISE)
                .param("model", number)
                .param("possible", possible)
                .param("most", KEPT)
                .query((row, at) -> new Otherwise(
                        row.getString("first_code"),
                        row.getString("first_name"),
                        row.getString("second_code"),
                        row.getString("second_name"),
                        row.getDouble("now_score"),
                        row.getDouble("then_score"),
                        MatchOutcome.valueOf(row.getString("now_outcome")),
                        MatchOutcome.valueOf(row.getString("then_outcome"))))
                .list();
    }

    /**
     * What was said of pairs in the reader's scope, against both models.
     *
     * @throws IllegalArgumentException where there is no such model that can be read
     */
    @Transactional(readOnly = true)
    public Labelled labelled(String type, int number, double possible) {
        MatchModel model = models.model(type).orElseThrow(() -> new IllegalArgumentException(type));
        Weighing now = weights.of(model);
        Weighing then = now.with(number, weights.weights(model, number)).from(possible);
        List<Both> all = labels.of(type).stream()
                .map(label -> new Both(
                        label,
                        Matching.compare(model, now, label.one(), label.other()),
                        Matching.compare(model, then, label.one(), label.other())))
                .toList();
        List<Both> kept = all.stream().filter(one -> one.label().measures()).toList();
        List<Against> against =
                all.stream().map(Both::against).filter(Objects::nonNull).toList();
        return new Labelled(
                judged(kept, true),
                judged(kept, false),
                against.size(),
                against.subList(0, Math.min(KEPT, against.size())));
    }

    private record Both(HeldLabels.Label label, Verdict now, Verdict then) {

        boolean shown(boolean present) {
            return (present ? now : then).outcome() != MatchOutcome.NONE;
        }

        /** Null where nothing is contradicted that is not contradicted now. */
        @Nullable
        Against against() {
            boolean right = label.same() == shown(true);
            return right && label.same() != shown(false)
                    ? new Against(label.firstCode(), label.secondCode(), label.same(), now.score(), then.score())
                    : null;
        }
    }

    private static Judged judged(List<Both> all, boolean now) {
        return new Judged(
                all.size(), count(all, true, false, now), count(all, false, true, now), count(all, true, true, now));
    }

    private static int count(List<Both> all, boolean same, boolean shown, boolean now) {
        return (int) all.stream()
                .filter(one -> (!same || one.label().same()) && (!shown || one.shown(now)))
                .count();
    }
}
