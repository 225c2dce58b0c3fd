package org.mdmhub.web.match;

import static org.mdmhub.web.home.Pictures.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchFigures;
import org.mdmhub.matching.MatchFigures.Band;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.web.api.MatchWords;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.home.Charts.Figure;
import org.mdmhub.web.home.Picture;
import org.mdmhub.web.home.Pictures;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** The model and how it does, in words and pictures; runs in a transaction of its reader's scope. */
@Component
class ModelDesk {

    private static final int WIDTH = 100 / MatchFigures.BANDS;

    private final MatchFigures figures;
    private final MatchWords words;
    private final Pictures pictures;
    private final Texts texts;

    ModelDesk(MatchFigures figures, MatchWords words, Pictures pictures, Texts texts) {
        this.figures = figures;
        this.words = words;
        this.pictures = pictures;
        this.texts = texts;
    }

    /**
     * The page.
     *
     * @param now the thresholds that hold
     * @param same open pairs that match, and {@code between} those that only may be the same
     * @param moves what a trial would make of the open pairs
     * @param against what people said against the trial
     * @param judged what people said by score; empty where nobody has said anything
     */
    record Sheet(
            MatchModels.Facts model,
            String same,
            String between,
            Picture scores,
            Trial now,
            Trial trial,
            Table moves,
            String against,
            Table judged,
            List<Part> parts) {}

    /** Weights that hold together, in words; {@code begins} is empty where they add to others. */
    record Part(String title, String begins, List<WeightRow> rows) {

        /** Whether it is known how often a level comes out. */
        public boolean isCounted() {
            return rows.stream().anyMatch(row -> !row.same().isEmpty());
        }
    }

    Sheet sheet(MatchModels.Facts model, Trial trial) {
        String type = model.type();
        List<Band> scores = figures.scores(type);
        long same = scores.stream().mapToLong(Band::hits).sum();
        long all = scores.stream().mapToLong(Band::pairs).sum();
        List<MatchFigures.Said> said = figures.judgments(type);
        MatchFigures.Against against = figures.against(said, trial.matchScore(), trial.possibleScore());
        return new Sheet(
                model,
                number(same),
                number(all - same),
                scores(scores),
                Trial.of(null, null, model.match(), model.possible()),
                trial,
                moves(figures.moved(type, trial.matchScore(), trial.possibleScore())),
                against.judged() == 0
                        ? texts.of("match.against.none")
                        : texts.of("match.against.some", against.judged(), against.wrong(), against.missed()),
                judged(figures.judged(said)),
                parts(model, figures.said(type)));
    }

    private Picture scores(List<Band> bands) {
        Map<Integer, Long> pairs = bands.stream().collect(Collectors.toMap(Band::band, Band::pairs));
        List<Figure> columns = new ArrayList<>();
        for (int band = 1; band <= MatchFigures.BANDS; band++) {
            columns.add(new Figure(range(band), pairs.getOrDefault(band, 0L)));
        }
        return pictures.times(
                texts.of("match.scores"),
                texts.of("match.scores.told"),
                columns,
                List.of(),
                List.of(texts.of("match.score"), texts.of("match.pairs")),
                Pictures::number);
    }

    private static String range(int band) {
        return (band - 1) * WIDTH + "–" + band * WIDTH + "%";
    }

    private Table moves(List<MatchFigures.Move> moves) {
        Map<String, Long> counts = new HashMap<>();
        moves.forEach(move -> counts.put(move.now() + " " + move.then(), move.pairs()));
        List<List<Cell>> rows = new ArrayList<>();
        for (MatchOutcome now : List.of(MatchOutcome.MATCH, MatchOutcome.POSSIBLE)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.name(outcome(now), null)));
            for (MatchOutcome then : MatchOutcome.values()) {
                row.add(Cell.number(number(counts.getOrDefault(now + " " + then, 0L))));
            }
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(texts.of("match.now")));
        for (MatchOutcome then : MatchOutcome.values()) {
            heads.add(texts.of("match.then", outcome(then)));
        }
        return new Table(texts.of("match.trial"), heads, rows);
    }

    private String outcome(MatchOutcome outcome) {
        return texts.of("outcome." + outcome.name());
    }

    private Table judged(List<Band> bands) {
        List<List<Cell>> rows = bands.stream()
                .sorted(Comparator.comparingInt(Band::band).reversed())
                .map(band -> List.of(
                        Cell.name(range(band.band()), null),
                        Cell.number(number(band.pairs())),
                        Cell.number(number(band.hits())),
                        Cell.number(String.format(Locale.ROOT, "%.1f %%", 100.0 * band.hits() / band.pairs()))))
                .toList();
        return new Table(
                texts.of("match.judged"),
                List.of(
                        texts.of("match.score"),
                        texts.of("match.judged.pairs"),
                        texts.of("match.judged.same"),
                        texts.of("match.judged.precision")),
                rows);
    }

    private List<Part> parts(MatchModels.Facts model, Map<String, Long> said) {
        double most = model.parts().stream()
                .flatMap(part -> part.levels().stream())
                .mapToDouble(level -> Math.abs(level.bits()))
                .max()
                .orElse(1);
        return model.parts().stream()
                .map(part -> new Part(
                        texts.of("match.part." + part.name()),
                        part.prior() == null ? "" : texts.of("match.begins", WeightRow.signed(part.prior())),
                        rows(model.type(), part, most, said)))
                .toList();
    }

    private List<WeightRow> rows(String type, MatchModels.Part part, double most, Map<String, Long> said) {
        Map<String, List<MatchModels.Level>> fields = new LinkedHashMap<>();
        part.levels()
                .forEach(level -> fields.computeIfAbsent(level.field(), field -> new ArrayList<>())
                        .add(level));
        List<WeightRow> rows = new ArrayList<>();
        fields.forEach((field, levels) -> levels.stream()
                .sorted(Comparator.comparingDouble(MatchModels.Level::bits).reversed())
                .forEach(level -> rows.add(WeightRow.of(
                        words.clause(type, new Evidence(field, level.level(), level.bits())),
                        level,
                        most,
                        number(said.getOrDefault(field + " " + level.level(), 0L))))));
        return rows;
    }
}
