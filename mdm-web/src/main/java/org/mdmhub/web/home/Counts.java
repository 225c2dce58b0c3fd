package org.mdmhub.web.home;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures over the organisations of a reader. They cost more than a page should take, so they are counted at most once a
 * minute for each set of organisations.
 */
@Component
class Counts {

    static final int DAYS = 30;
    static final int WEEKS = 12;
    static final int MOST_DUPLICATES = 1000;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 200;

    private static final String WITHIN = " and (org_unit_id = any (:units) or owner_unit_id = any (:units))";

    private static final String OPENED =
            "select (created_at at time zone :zone)::date as day, count(*) as figure from change_request"
                    + " where created_at >= :since" + WITHIN + " group by 1";

    private static final String APPLIED =
            "select (applied_at at time zone :zone)::date as day, count(*) as figure from change_request"
                    + " where status = 'APPLIED' and applied_at >= :since" + WITHIN + " group by 1";

    // what was approved for a later day waited on purpose
    private static final String MEDIAN =
            "select date_trunc('week', applied_at at time zone :zone)::date as day, percentile_cont(0.5) within group"
                    + " (order by extract(epoch from applied_at - submitted_at))::bigint as figure from change_request"
                    + " where status = 'APPLIED' and applied_at >= :since and submitted_at is not null"
                    + " and effective_from is null" + WITHIN + " group by 1";

    private final JdbcClient jdbc;
    private final Reading reading;
    private final Clock clock = Clock.systemUTC();
    private final Map<Set<Integer>, Kept> kept = new ConcurrentHashMap<>();

    Counts(JdbcClient jdbc, Reading reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** Masters of one kind: those that were not merged into another, and those in use. */
    record Masters(long all, long active) {}

    /**
     * What was counted.
     *
     * @param opened requests a day, the last {@link #DAYS} days, oldest first
     * @param applied the same days
     * @param medians seconds from submission to application by the Monday of its week, the last {@link #WEEKS}; a week
     *     in which nothing was applied is left out
     * @param duplicates open pairs, {@link #MOST_DUPLICATES} where there are as many or more
     */
    record View(
            Instant at,
            Map<LocalDate, Long> opened,
            Map<LocalDate, Long> applied,
            Map<LocalDate, Long> medians,
            Map<String, Masters> masters,
            int duplicates) {}

    private record Kept(View view, Instant until) {}

    View view(Actor reader) {
        Instant now = clock.instant();
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        // who comes while it is counted waits for the same figures
        return kept.compute(
                        Set.copyOf(reader.units()),
                        (units, last) -> last != null && last.until.isAfter(now)
                                ? last
                                : new Kept(reading.as(reader, () -> count(units, now)), now.plus(KEPT)))
                .view;
    }

    /** Counts anew, also where it was counted just now. */
    void forget() {
        kept.clear();
    }

    private View count(Set<Integer> units, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        LocalDate first = today.minusDays(DAYS - 1L);
        LocalDate monday = today.with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1L);
        return new View(
                now,
                everyDay(first, days(jdbc.sql(OPENED), units, first)),
                everyDay(first, days(jdbc.sql(APPLIED), units, first)),
                days(jdbc.sql(MEDIAN), units, monday),
                masters(),
                duplicates());
    }

    private static Map<LocalDate, Long> days(JdbcClient.StatementSpec statement, Set<Integer> units, LocalDate since) {
        Map<LocalDate, Long> days = new TreeMap<>();
        Instant begin = since.atStartOfDay(ZoneId.systemDefault()).toInstant();
        statement
                .param("zone", ZoneId.systemDefault().getId())
                .param("since", OffsetDateTime.ofInstant(begin, ZoneOffset.UTC))
                .param("units", units.toArray(Integer[]::new))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("figure"));
                });
        return days;
    }

    private static Map<LocalDate, Long> everyDay(LocalDate first, Map<LocalDate, Long> counted) {
        Map<LocalDate, Long> days = new LinkedHashMap<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            days.put(day, counted.getOrDefault(day, 0L));
        }
        return days;
    }

    private Map<String, Masters> masters() {
        Map<String, Masters> masters = new TreeMap<>();
        jdbc.sql("select type, count(*) as records, count(*) filter (where status = 'ACTIVE') as active from record"
                        + " where status <> 'MERGED' group by type")
                .query(row -> {
                    masters.put(row.getString("type"), new Masters(row.getLong("records"), row.getLong("active")));
                });
        return masters;
    }

    /** Pairs of which the reader sees both; row-level security hides the others. */
    private int duplicates() {
        return jdbc.sql(
                        "select count(*) from (select from duplicate_pair p where p.status = 'OPEN'"
                                + " and exists (select from record r where r.id = p.first_id and r.status <> 'MERGED')"
                                + " and exists (select from record r where r.id = p.second_id and r.status <> 'MERGED') limit ?) few")
                .param(MOST_DUPLICATES)
                .query(Integer.class)
                .single();
    }
}
