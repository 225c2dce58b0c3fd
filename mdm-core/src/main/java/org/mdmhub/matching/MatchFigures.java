package org.mdmhub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String JUDGED = """
            select least(width_bucket(l.score, 0, 1, 20), 20) as band, count(*) as pairs,
                count(*) filter (where l.same) as hits
            from match_label_held l join record one on one.id = l.first_id join record other on other.id = l.second_id
            where l.type = ? group by 1 order by 1
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

    private static final String AGAINST = """
            select count(*) as judged, count(*) filter (where not l.same and l.score >= ?) as wrong,
                count(*) filter (where l.same and l.score < ?) as missed
            from match_label_held l join record one on one.id = l.first_id join record other on other.id = l.second_id
            where l.type = ?
            """;

    private final JdbcClient jdbc;

    MatchFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Pairs that score alike.
     *
     * @param band 1 to {@link #BANDS}, from the lowest scores to the highest
     * @param hits how many of them match, or were said to be the same
     */
    public record Band(int band, long pairs, long hits) {}

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
        return jdbc.sql(SCORES).param(type).query(MatchFigures::band).list();
    }

    /** What people said by score then; hits are those said to be the same. */
    public List<Band> judged(String type) {
        return jdbc.sql(JUDGED).param(type).query(MatchFigures::band).list();
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

    public Against against(String type, double match, double possible) {
        return jdbc.sql(AGAINST)
                .params(match, possible, type)
                .query((row, number) -> new Against(row.getLong("judged"), row.getLong("wrong"), row.getLong("missed")))
                .single();
    }

    private static Band band(ResultSet row, int number) throws SQLException {
        return new Band(row.getInt("band"), row.getLong("pairs"), row.getLong("hits"));
    }
}
