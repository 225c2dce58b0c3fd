package org.mdmhub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the pairs score and what people said of them; counts only pairs of which both records are in the reader's scope.
 */
@Component
public class MatchFigures {

    /** Scores are counted in so many bands of the same width. */
    public static final int BANDS = 20;

    private static final String SCORES = """
            select least(width_bucket(p.score, 0, 1, 20), 20) as band, count(*) as pairs,
                count(*) filter (where p.outcome = 'MATCH') as hits
            from duplicate_pair p join record one on one.id = p.first_id join record other on other.id = p.second_id
            where p.type = ? and p.status = 'OPEN' group by 1 order by 1
            """;

    private static final String SAID = """
            select e ->> 'field' as field, e ->> 'level' as level, count(*) as pairs
            from duplicate_pair p join record one on one.id = p.first_id join record other on other.id = p.second_id,
                jsonb_array_elements(p.evidence) e
            where p.type = ? and p.status = 'OPEN' group by 1, 2
            """;

    private static final String MOVED = """
            select p.outcome, case when p.score >= ? then 'MATCH' when p.score >= ? then 'POSSIBLE' else 'NONE' end as moved,
                count(*) as pairs
            from duplicate_pair p join record one on one.id = p.first_id join record other on other.id = p.second_id
            where p.type = ? and p.status = 'OPEN' group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final HeldLabels labels;
    private final MatchModels models;

    MatchFigures(JdbcClient jdbc, HeldLabels labels, MatchModels models) {
        this.jdbc = jdbc;
        this.labels = labels;
        this.models = models;
    }

    /**
     * Pairs that score alike.
     *
     * @param band 1 to {@link #BANDS}, from the lowest scores to the highest
     * @param hits how many of them match, or were said to be the same
     */
    public record Band(int band, long pairs, long hits) {}

    /** What somebody said of two, and their score. */
    public record Said(boolean same, double score) {}

    /** How many pairs of one outcome would come to which one. */
    public record Move(MatchOutcome now, MatchOutcome then, long pairs) {}

    /**
     * What people said against thresholds.
     *
     * @param judged what they said of pairs in all
     * @param wrong said to be different, and would be called the same
     * @param missed said to be the same, and would not be shown
     */
    public record Against(long judged, long wrong, long missed) {}

    /** Open pairs by score; hits are those that match. */
    public List<Band> scores(String type) {
        return jdbc.sql(SCORES).param(type).query(MatchFigures::counted).list();
    }

    /** What people said, by the score that the model in force gives to what they saw; hits are those said to be the same. */
    public List<Band> judged(List<Said> said) {
        Map<Integer, List<Said>> bands = said.stream().collect(Collectors.groupingBy(MatchFigures::band));
        return bands.entrySet().stream()
                .map(band -> new Band(band.getKey(), band.getValue().size(), hits(band.getValue())))
                .toList();
    }

    private static long hits(List<Said> said) {
        return said.stream().filter(Said::same).count();
    }

    private static int band(Said said) {
        return Math.min(BANDS, 1 + (int) (said.score() * BANDS));
    }

    /** What people last said of each pair, and how the model in force scores what they saw. */
    public List<Said> judgments(String type) {
        return labels.of(type).stream()
                .flatMap(label -> models
                        .compare(type, label.one(), label.other())
                        .map(verdict -> new Said(label.same(), verdict.score()))
                        .stream())
                .toList();
    }

    /** Of how many open pairs each field says what: field, a blank, level. */
    public Map<String, Long> said(String type) {
        Map<String, Long> said = new LinkedHashMap<>();
        jdbc.sql(SAID).param(type).query((ResultSet row) -> {
            said.put(row.getString("field") + " " + row.getString("level"), row.getLong("pairs"));
        });
        return said;
    }

    /** What the open pairs would come to by the score alone. */
    public List<Move> moved(String type, double match, double possible) {
        return jdbc.sql(MOVED)
                .params(match, possible, type)
                .query((row, number) -> new Move(
                        MatchOutcome.valueOf(row.getString("outcome")),
                        MatchOutcome.valueOf(row.getString("moved")),
                        row.getLong("pairs")))
                .list();
    }

    public Against against(List<Said> said, double match, double possible) {
        return new Against(
                said.size(),
                said.stream().filter(one -> !one.same() && one.score() >= match).count(),
                said.stream()
                        .filter(one -> one.same() && one.score() < possible)
                        .count());
    }

    private static Band counted(ResultSet row, int number) throws SQLException {
        return new Band(row.getInt("band"), row.getLong("pairs"), row.getLong("hits"));
    }
}
