package org.mdmhub.web.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.LearnedModels;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.Shadows;
import org.mdmhub.web.api.MatchWords;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Learned models in words: all of a kind of master, and one beside the model in force. Runs in its reader's scope. */
@Component
class LearnedDesk {

    private final LearnedModels learned;
    private final MatchModels models;
    private final Shadows shadows;
    private final MatchWords words;
    private final Labels labels;
    private final Texts texts;
    private final Times times;

    LearnedDesk(
            LearnedModels learned,
            MatchModels models,
            Shadows shadows,
            MatchWords words,
            Labels labels,
            Texts texts,
            Times times) {
        this.learned = learned;
        this.models = models;
        this.shadows = shadows;
        this.words = words;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    /**
     * One that was learned.
     *
     * @param facts from what it was learned
     * @param ready whether it may be asked for
     * @param stale whether another model is in force than the one that it ran beside
     * @param inForce whether it holds now
     * @param otherwise pairs that would come to something else, {@code against} decisions that would be contradicted
     */
    record Sheet(
            String type,
            int number,
            int setting,
            boolean ready,
            boolean stale,
            boolean inForce,
            Map<String, String> facts,
            String changes,
            Table measures,
            Table otherwise,
            String contradicts,
            Table against,
            List<Table> weights) {}

    /** All that were learned, the newest first. */
    Table table(String type, @Nullable Integer inForce) {
        List<List<Cell>> rows = learned.of(type).stream()
                .map(head -> List.of(
                        Cell.name(
                                texts.of("match.learned.number", String.valueOf(head.number())),
                                isRead(head) ? place(head) : null),
                        state(head, Objects.equals(inForce, head.number())),
                        Cell.number(number(head.records())),
                        Cell.number(number(head.same() + head.other())),
                        Cell.text(head.askedBy()),
                        Cell.time(times.ago(head.askedAt()), times.exact(head.askedAt()))))
                .toList();
        return new Table(
                texts.of("match.learned"), heads("model", "state", "records", "labels", "asked", "changed"), rows);
    }

    private boolean isRead(LearnedModels.Head head) {
        return head.state() != LearnedModels.State.LEARNING
                && models.learned(head.type(), head.number()).isPresent();
    }

    private static String place(LearnedModels.Head head) {
        return "/standard/matching/learned?type=" + head.type() + "&number=" + head.number();
    }

    private Cell state(LearnedModels.Head head, boolean inForce) {
        String state = inForce ? "ON" : head.state().name();
        return Cell.state(state, texts.of("match.learned.state." + state));
    }

    private List<String> heads(String... names) {
        return List.of(names).stream()
                .map(name -> texts.of("match.learned.head." + name))
                .toList();
    }

    Sheet sheet(LearnedModels.Head head, MatchModels.Facts now, Trial trial) {
        MatchModels.Facts then = models.learned(head.type(), head.number()).orElseThrow(NotThere::new);
        Shadows.Sums sums = shadows.sums(head.number(), trial.possibleScore());
        Shadows.Labelled labelled = shadows.labelled(head.type(), head.number(), trial.possibleScore());
        return new Sheet(
                head.type(),
                head.number(),
                now.setting(),
                head.state() == LearnedModels.State.READY,
                !now.version().equals(head.beside()),
                Objects.equals(now.learned(), head.number()),
                facts(head),
                texts.of("match.learned.changes", sums.kept(), sums.added(), sums.gone()),
                measures(sums, labelled),
                otherwise(head, trial.possibleScore()),
                texts.of("match.learned.contradicts", labelled.against()),
                against(head.type(), labelled.first()),
                weights(now, then));
    }

    private Map<String, String> facts(LearnedModels.Head head) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.of("match.learned.head.records"), number(head.records()));
        facts.put(texts.of("match.learned.head.labels"), texts.of("match.learned.said", head.same(), head.other()));
        facts.put(texts.of("match.learned.head.asked"), head.askedBy());
        Instant at = head.learnedAt();
        facts.put(texts.of("match.learned.head.learned"), at == null ? "" : times.exact(at));
        return facts;
    }

    /** How much of what is shown is the same, and how much of what is the same is shown. */
    private Table measures(Shadows.Sums sums, Shadows.Labelled said) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(measure("precision.believed", percent(sums.precisionNow()), percent(sums.precisionThen())));
        rows.add(measure("recall.believed", percent(sums.recallNow()), percent(sums.recallThen())));
        if (said.now().judged() > 0) {
            rows.add(measure(
                    "precision.said",
                    of(said.now().right(), said.now().shown()),
                    of(said.then().right(), said.then().shown())));
            rows.add(measure(
                    "recall.said",
                    of(said.now().right(), said.now().same()),
                    of(said.then().right(), said.then().same())));
        }
        return new Table(texts.of("match.learned.measures"), heads("measure", "now", "then"), rows);
    }

    private List<Cell> measure(String name, String now, String then) {
        return List.of(Cell.name(texts.of("match.learned." + name), null), Cell.number(now), Cell.number(then));
    }

    private static String of(int part, int whole) {
        return part + " / " + whole;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String score(double score) {
        return Math.round(score * 100) + "%";
    }

    private Table otherwise(LearnedModels.Head head, double possible) {
        List<List<Cell>> rows = shadows.otherwise(head.number(), possible).stream()
                .map(pair -> List.of(
                        Cell.code(pair.firstCode(), labels.page(head.type(), pair.firstCode())),
                        Cell.text(Objects.requireNonNullElse(pair.firstName(), "")),
                        Cell.code(pair.secondCode(), labels.page(head.type(), pair.secondCode())),
                        Cell.text(Objects.requireNonNullElse(pair.secondName(), "")),
                        Cell.text(score(pair.nowScore()) + " " + outcome(pair.now())),
                        Cell.text(score(pair.thenScore()) + " " + outcome(pair.then()))))
                .toList();
        return new Table(
                texts.of("match.learned.otherwise"),
                heads("code", "name", "otherCode", "otherName", "now", "then"),
                rows);
    }

    private String outcome(MatchOutcome outcome) {
        return texts.of(outcome == MatchOutcome.NONE ? "match.learned.hidden" : "outcome." + outcome);
    }

    private Table against(String type, List<Shadows.Against> against) {
        List<List<Cell>> rows = against.stream()
                .map(pair -> List.of(
                        Cell.code(pair.firstCode(), labels.page(type, pair.firstCode())),
                        Cell.code(pair.secondCode(), labels.page(type, pair.secondCode())),
                        Cell.text(texts.of(pair.same() ? "match.learned.same" : "match.learned.other")),
                        Cell.number(score(pair.nowScore())),
                        Cell.number(score(pair.thenScore()))))
                .toList();
        return new Table(texts.of("match.learned.against"), heads("code", "otherCode", "what", "now", "then"), rows);
    }

    /** Profile by profile what each level weighs now and then. */
    private List<Table> weights(MatchModels.Facts now, MatchModels.Facts then) {
        List<Table> weights = new ArrayList<>();
        for (int at = 0; at < then.parts().size(); at++) {
            MatchModels.Part part = then.parts().get(at);
            Double prior = part.prior();
            if (prior != null) {
                weights.add(weights(then.type(), now.parts().get(at), part, prior));
            }
        }
        return weights;
    }

    private Table weights(String type, MatchModels.Part now, MatchModels.Part then, double prior) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(texts.of("match.prior"), now.prior(), prior, "", ""));
        for (int at = 0; at < then.levels().size(); at++) {
            MatchModels.Level level = then.levels().get(at);
            rows.add(row(
                    words.clause(type, new Evidence(level.field(), level.level(), level.bits())),
                    now.levels().get(at).bits(),
                    level.bits(),
                    WeightRow.share(level.same()),
                    WeightRow.share(level.random())));
        }
        return new Table(
                texts.of("match.part." + then.name()), heads("level", "now", "then", "ofSame", "ofRandom"), rows);
    }

    private static List<Cell> row(String words, @Nullable Double now, double then, String same, String random) {
        return List.of(
                Cell.name(words, null),
                Cell.number(now == null ? "" : WeightRow.signed(now)),
                Cell.number(WeightRow.signed(then)),
                Cell.number(same),
                Cell.number(random));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
