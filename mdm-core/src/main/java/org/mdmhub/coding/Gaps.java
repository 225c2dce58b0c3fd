package org.mdmhub.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Explains every number that a counter gave and of which no code is in use. */
@Component
public class Gaps {

    private static final int MOST_RANGES = 500;

    private final Schemes schemes;
    private final Counters counters;
    private final JdbcClient jdbc;

    Gaps(Schemes schemes, Counters counters, JdbcClient jdbc) {
        this.schemes = schemes;
        this.counters = counters;
        this.jdbc = jdbc;
    }

    /** Why there is no code in use of a number. */
    public enum Reason {
        /** The code was spoilt; the ledger says why. */
        VOID,
        /** The code was in the ledger already, by another way. */
        TAKEN,
        /** Reserved by the scheme; {@code why} says for what. */
        RESERVED,
        /** In a block that is in use; it comes yet. */
        BLOCK,
        /** Before the first number of a version. */
        START,
        /** Nobody can say; there must be none. */
        UNEXPLAINED
    }

    /** A range of numbers without a code in use, and why. */
    public record Gap(long from, long to, Reason reason, String why) {}

    /**
     * One counter in one scope.
     *
     * @param scheme key of the scheme
     * @param issued numbers whose code is in use
     * @param next the first number that is not given yet
     * @param gaps at most 500
     */
    public record Counter(String scheme, String scope, long issued, long next, List<Gap> gaps) {

        public long unexplained() {
            return gaps.stream()
                    .filter(gap -> gap.reason() == Reason.UNEXPLAINED)
                    .mapToLong(gap -> gap.to() - gap.from() + 1)
                    .sum();
        }
    }

    /** All counters of a type, seen at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Counter> of(String type) {
        List<Counter> report = new ArrayList<>();
        Set<Integer> ids = new TreeSet<>();
        schemes.all(type).forEach(scheme -> ids.add(scheme.counter()));
        for (int counter : ids) {
            List<CodingScheme> versions = schemes.counting(type, counter);
            String name = versions.get(0).key().toString();
            for (Counters.Standing standing : counters.standings(counter)) {
                report.add(counter(name, versions, counter, standing));
            }
        }
        return report;
    }

    private Counter counter(String name, List<CodingScheme> versions, int counter, Counters.Standing standing) {
        List<Integer> ids = versions.stream().map(CodingScheme::id).toList();
        List<Gap> known = known(versions, counter, standing.scope());
        List<Gap> gaps = new ArrayList<>(spoilt(ids, counter, standing.scope()));
        for (Gap missing : missing(ids, counter, standing)) {
            gaps.addAll(explained(missing, known));
        }
        gaps.sort(Comparator.comparingLong(Gap::from));
        long issued = jdbc.sql("select count(*) from issued_code"
                        + " where scheme_id in (:ids) and scope = :scope and number is not null and state <> 'VOID'")
                .param("ids", ids)
                .param("scope", standing.scope())
                .query(Long.class)
                .single();
        return new Counter(name, standing.scope(), issued, standing.next(), gaps);
    }

    /** Numbers whose code is void or was taken already. */
    private List<Gap> spoilt(List<Integer> ids, int counter, String scope) {
        return jdbc.sql("select number, 'VOID' as reason, why from issued_code"
                        + " where scheme_id in (:ids) and scope = :scope and number is not null and state = 'VOID'"
                        + " union all select number, 'TAKEN', code from code_passed"
                        + " where scheme_id = :counter and scope = :scope order by number limit " + MOST_RANGES)
                .param("ids", ids)
                .param("scope", scope)
                .param("counter", counter)
                .query((row, n) -> new Gap(
                        row.getLong("number"),
                        row.getLong("number"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("why")))
                .list();
    }

    /** Ranges of which neither the ledger nor what was passed over knows a number. */
    private List<Gap> missing(List<Integer> ids, int counter, Counters.Standing standing) {
        return jdbc.sql("with known as (select number from issued_code"
                        + " where scheme_id in (:ids) and scope = :scope and number is not null"
                        + " union all select number from code_passed where scheme_id = :counter and scope = :scope"
                        + " union all select :next),"
                        + " pairs as (select lag(number, 1, 0::bigint) over (order by number) as before, number from known)"
                        + " select before + 1 as first, number - 1 as last from pairs where number > before + 1"
                        + " order by 1 limit " + MOST_RANGES)
                .param("ids", ids)
                .param("scope", standing.scope())
                .param("counter", counter)
                .param("next", standing.next())
                .query((row, n) -> new Gap(row.getLong("first"), row.getLong("last"), Reason.UNEXPLAINED, ""))
                .list();
    }

    /** What is known of numbers without a look at the ledger: reservations, open blocks, where versions begin. */
    private List<Gap> known(List<CodingScheme> versions, int counter, String scope) {
        List<Gap> known = new ArrayList<>();
        for (CodingScheme version : versions) {
            version.content()
                    .reserved()
                    .forEach(range -> known.add(new Gap(range.from(), range.to(), Reason.RESERVED, range.why())));
        }
        known.addAll(jdbc.sql("select next, last from code_block where scheme_id = ? and scope = ? and next <= last")
                .params(counter, scope)
                .query((row, n) -> new Gap(row.getLong("next"), row.getLong("last"), Reason.BLOCK, ""))
                .list());
        for (CodingScheme version : versions) {
            long start = version.pattern().sequence().start();
            if (start > 1) {
                known.add(new Gap(1, start - 1, Reason.START, String.valueOf(version.version())));
            }
        }
        return known;
    }

    /** Cuts a range into pieces that are each explained by one thing. */
    static List<Gap> explained(Gap missing, List<Gap> known) {
        List<Gap> pieces = new ArrayList<>();
        long at = missing.from();
        while (at <= missing.to()) {
            long here = at;
            Gap why = known.stream()
                    .filter(gap -> gap.from() <= here && here <= gap.to())
                    .findFirst()
                    .orElse(null);
            long end = why != null
                    ? Math.min(why.to(), missing.to())
                    : known.stream()
                                    .mapToLong(Gap::from)
                                    .filter(from -> from > here && from <= missing.to())
                                    .min()
                                    .orElse(missing.to() + 1)
                            - 1;
            pieces.add(
                    why == null ? new Gap(at, end, Reason.UNEXPLAINED, "") : new Gap(at, end, why.reason(), why.why()));
            at = end + 1;
        }
        return pieces;
    }
}
