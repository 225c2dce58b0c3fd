package org.mdmhub.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Verdict;
import org.mdmhub.matching.Weighing;
import org.mdmhub.record.FieldValues;

/** How far the keys of a query reach, and why one did not find what it means. Asks the database by itself. */
final class LookupReach {

    // the bounds of the hub's own statement, whole names and identifiers aside
    private static final int BOUND = 200;
    private static final int MOST = 120;
    private static final String TOUCHED = """
            with hit as materialized (
                select a.key, m.subject_id from unnest(?::bigint[]) a (key)
                cross join lateral (select subject_id from match_key where key = a.key limit 201) m),
            sized as (select key, count(*) as many from hit group by key)
            select (select count(*) from sized where many > 200),
                (select count(distinct h.subject_id) from hit h join sized z on z.key = h.key where z.many <= 200)
            """;
    private static final String SHARED = """
            select count(*), count(*) filter (where (select count(*) from
                (select from match_key o where o.key = k.key limit 201) read) <= ?)
            from match_key k where k.subject_id = ? and k.key = any (?)
            """;

    private final Connection owner;
    private final MatchModel model;
    private final List<Integer> compared = new ArrayList<>();
    private final Map<String, Integer> missed = new TreeMap<>();
    private int keys;
    private int over;

    LookupReach(Connection owner, MatchModel model) {
        this.owner = owner;
        this.model = model;
    }

    private Array keys(LookupQuery query) throws SQLException {
        List<Long> own = Matching.traces(model, FieldValues.of(query.asked())).keys();
        return owner.createArrayOf("bigint", own.toArray());
    }

    void touch(LookupQuery query) throws SQLException {
        try (PreparedStatement touched = owner.prepareStatement(TOUCHED)) {
            Array own = keys(query);
            touched.setArray(1, own);
            try (ResultSet row = touched.executeQuery()) {
                row.next();
                keys += ((Object[]) own.getArray()).length;
                over += row.getInt(1) > 0 ? 1 : 0;
                compared.add(Math.min(MOST, row.getInt(2)));
            }
        }
    }

    /** @param place where it stood among the candidates, the first one 0; -1 for nowhere */
    void missed(LookupQuery query, int place, boolean tell) throws SQLException {
        Verdict verdict = Matching.compare(model, Weighing.shipped(model), FieldValues.of(query.asked()), query.kept());
        String cause = place > 0 ? "behind another" : cause(query, verdict);
        missed.merge(cause, 1, Integer::sum);
        if (tell) {
            System.out.printf(
                    "missed, %s: asked %s%n    is %s %s%n    %s: %s%n",
                    cause,
                    query.asked(),
                    query.code(),
                    new LinkedHashMap<>(query.kept().asMap()),
                    verdict.score(),
                    verdict.evidence());
        }
    }

    private String cause(LookupQuery query, Verdict verdict) throws SQLException {
        try (PreparedStatement shared = owner.prepareStatement(SHARED)) {
            shared.setInt(1, BOUND);
            shared.setLong(2, query.subject());
            shared.setArray(3, keys(query));
            try (ResultSet row = shared.executeQuery()) {
                row.next();
                if (row.getInt(1) == 0) {
                    return "no key in common";
                }
                if (verdict.outcome() == MatchOutcome.NONE) {
                    return "score too low";
                }
                return row.getInt(2) == 0 ? "all keys in common too common" : "not among those compared or shown";
            }
        }
    }

    Map<String, Integer> missed() {
        return missed;
    }

    LookupReport.Reach reach() {
        List<Integer> sorted = compared.stream().sorted().toList();
        double queries = Math.max(1, sorted.size());
        return new LookupReport.Reach(
                keys / queries,
                over / queries,
                sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2),
                sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.95)),
                sorted.stream().filter(many -> many == MOST).count() / queries);
    }
}
