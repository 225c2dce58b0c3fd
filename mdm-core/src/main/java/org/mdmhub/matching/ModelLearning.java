package org.mdmhub.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Scope;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns a model from the hub's own records: counts how common values are, looks how records drawn at random agree with their
 * look-alikes, learns from that and from what people said, then runs beside the model in force over the same records. Takes as
 * long for a million records as for ten thousand. What it learned holds only once a setting that names it is approved.
 */
@Component
public class ModelLearning implements Work {

    /** Fewer records than this are too few to learn from. */
    public static final int FEWEST = 200;

    private static final String KIND = "MATCH_LEARNING";
    private static final String MODEL = "model";
    private static final int COUNTED = 50_000;
    private static final int SEEDS = 1500;
    private static final int BATCH = 10;

    private static final int COUNT = 0;
    private static final int LOOK = 1;
    private static final int LEARN = 2;
    private static final int SHADOW = 3;

    private final LearnedModels learned;
    private final MatchSubjects subjects;
    private final MatchModels models;
    private final Lessons lessons;
    private final Shadows shadows;
    private final Settings settings;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    ModelLearning(
            LearnedModels learned,
            MatchSubjects subjects,
            MatchModels models,
            Lessons lessons,
            Shadows shadows,
            Settings settings,
            Jobs jobs,
            PlatformTransactionManager manager) {
        this.learned = learned;
        this.subjects = subjects;
        this.models = models;
        this.lessons = lessons;
        this.shadows = shadows;
        this.settings = settings;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Asks for it where it is not at it already; the number of the work, none where there are too few records. */
    public Optional<UUID> ask(String type, String who, Instant now) {
        return Scope.system("match", () -> transactions.execute(status -> {
            settings.lock(ModelWeights.TYPE);
            return last(type)
                    .filter(job -> job.state().open())
                    .map(Job::id)
                    .or(() -> begin(type, who, now));
        }));
    }

    private Optional<UUID> begin(String type, String who, Instant now) {
        return subjects.countRecords(type) < FEWEST
                ? Optional.empty()
                : Optional.of(jobs.ask(KIND, type, Map.of(MODEL, learned.begin(type, who, now)), who));
    }

    /** The last time it was asked for, however it stands. */
    public Optional<Job> last(String type) {
        return jobs.last(KIND, type);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> {
                    if (!jobs.note(job, step(job, number(job)))) {
                        status.setRollbackOnly();
                    }
                }));
    }

    @Override
    public void abandoned(Job job) {
        transactions.executeWithoutResult(status -> learned.drop(number(job)));
    }

    private static int number(Job job) {
        return job.content().get(MODEL) instanceof Number number ? number.intValue() : 0;
    }

    private Step step(Job job, int number) {
        MatchModel model = models.model(job.subject()).orElseThrow();
        return switch (job.stage()) {
            case COUNT -> count(model, number);
            case LOOK -> {
                List<Long> batch = learned.seeds(number, Math.toIntExact(job.lastId()), BATCH);
                lessons.look(model, number, subjects.records(batch));
                yield onwards(job, batch.size(), LEARN);
            }
            case LEARN -> {
                lessons.learn(model, number, Instant.now());
                yield new Step(job.total(), job.done(), job.found(), 0, SHADOW, false);
            }
            default -> shadow(job, model, number);
        };
    }

    private Step shadow(Job job, MatchModel model, int number) {
        if (shadows.begins(model, number)) {
            // another model holds since: what was compared with the one before counts no more
            return new Step(job.total(), job.total() / 2, job.found(), 0, SHADOW, false);
        }
        List<Long> batch = learned.seeds(number, Math.toIntExact(job.lastId()), BATCH);
        shadows.run(model, number, subjects.records(batch));
        Step next = onwards(job, batch.size(), SHADOW);
        if (next.ended()) {
            learned.ready(number);
        }
        return next;
    }

    private Step count(MatchModel model, int number) {
        long all = subjects.countRecords(model.type());
        List<MatchSubjects.Present> drawn = subjects.drawn(model.type(), String.valueOf(number), COUNTED);
        List<Long> seeds = seeds(model, drawn);
        learned.counted(
                number,
                seeds,
                all,
                Counting.written(Counting.of(
                        model,
                        drawn.stream().map(MatchSubjects.Present::compared).toList())));
        return new Step(2L * seeds.size(), 0, 0, 0, LOOK, false);
    }

    /** Of each kind as many, however rare it is among all. */
    private static List<Long> seeds(MatchModel model, List<MatchSubjects.Present> drawn) {
        Map<String, List<Long>> kinds = new LinkedHashMap<>();
        for (MatchSubjects.Present record : drawn) {
            List<Long> kind =
                    kinds.computeIfAbsent(model.profile(record.compared()).name(), name -> new ArrayList<>());
            if (kind.size() < SEEDS) {
                kind.add(record.record());
            }
        }
        if (kinds.values().stream().noneMatch(kind -> kind.size() >= FEWEST)) {
            throw new IllegalStateException("no kind of " + model.type() + " has " + FEWEST + " records");
        }
        return kinds.values().stream().flatMap(List::stream).toList();
    }

    /** The next records of the same pass, or the pass behind it, or the end. */
    private static Step onwards(Job job, int batch, int next) {
        boolean over = batch == 0;
        return new Step(
                job.total(),
                job.done() + batch,
                job.found(),
                over ? 0 : job.lastId() + batch,
                over ? next : job.stage(),
                over && next == SHADOW);
    }
}
