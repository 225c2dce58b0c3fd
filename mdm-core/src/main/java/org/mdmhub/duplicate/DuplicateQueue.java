package org.mdmhub.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.record.SearchTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open pairs in groups, the surest or the dearest first, by keyset. A group stands where its best pair stands. To be called
 * in a transaction of its reader's scope; an index gives each order.
 */
@Component
public class DuplicateQueue {

    private static final int PAIRS = 30;
    private static final int MOST_TRIES = 5;
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_LOOKS = 600;

    private static final int FEW_FOUND = 1000;
    private static final int SHORTEST_INDEXED = 3;

    private static final String PLANNED_FOR_ITS_VALUES = "set local plan_cache_mode = force_custom_plan";
    // the order is that of an index, of which a page needs the beginning only, however many pairs there seem to be
    private static final String IN_ORDER = "set local enable_sort = off";
    private static final String AS_USUAL = "set local enable_sort = on";

    private static final String FOUND = "select distinct record_id from search_term where term like ? limit ?";

    private static final String SHOWN = """
            from duplicate_pair p join record one on one.id = p.first_id join record other on other.id = p.second_id
            where p.status = 'OPEN' and one.status <> 'MERGED' and other.status <> 'MERGED'
                and (one.org_unit_id = any (:units) or other.org_unit_id = any (:units))
                and (cast(:type as text) is null or p.type = :type)
                and (cast(:outcome as text) is null or p.outcome = :outcome)
                and p.score >= :least
                and (cast(:unit as integer) is null or one.org_unit_id = :unit or other.org_unit_id = :unit)
                and (cast(:found as bigint[]) is null or p.first_id = any (cast(:found as bigint[]))
                    or p.second_id = any (cast(:found as bigint[])))
                and (cast(:part as text) is null or exists (select from search_term t
                    where t.record_id in (p.first_id, p.second_id) and t.term like :part))
            """;

    private static final String LOOKS =
            "select p.id, p.type, p.first_id, p.second_id, p.score, p.outcome, p.evidence, p.prior, p.worth " + SHOWN;

    private static final String BEST = LOOKS + """
                and (cast(:after as uuid) is null or (p.outcome, -p.score, p.id) > (
                    select last.outcome, -last.score, last.id from duplicate_pair last where last.id = :after))
            order by p.outcome, -p.score, p.id limit :limit
            """;

    private static final String DEAREST = LOOKS + """
                and (cast(:after as uuid) is null or (-p.worth, p.outcome, -p.score, p.id) > (
                    select -last.worth, last.outcome, -last.score, last.id from duplicate_pair last where last.id = :after))
            order by -p.worth, p.outcome, -p.score, p.id limit :limit
            """;

    private static final String TOUCHING =
            LOOKS + " and (p.first_id = any (:members) or p.second_id = any (:members)) limit :limit";

    private static final String COUNT = "select count(*) from (select " + SHOWN + " limit :limit) few";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DuplicateQueue(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What comes first. */
    public enum Order {
        SCORE(Look.BEST),
        /** The higher credit limit of the two. */
        VALUE(Look.DEAREST);

        private final Comparator<Look> looks;

        Order(Comparator<Look> looks) {
            this.looks = looks;
        }
    }

    /**
     * Which pairs are shown; null parts do not matter.
     *
     * @param units organisations in which the reader decides on pairs
     * @param least score at least
     * @param unit one of the two is owned there
     * @param q part of what one of the two is found by
     */
    public record Filter(
            Set<Integer> units,
            @Nullable String type,
            @Nullable MatchOutcome outcome,
            double least,
            @Nullable Integer unit,
            @Nullable String q) {

        @Nullable
        String part() {
            String folded = q == null ? "" : SearchTerms.fold(q);
            return folded.isEmpty() ? null : "%" + folded.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        }
    }

    /** A filter with the few records that its text finds; null where they are many, or there is no text. */
    private record Asked(Filter filter, @Nullable List<Long> found) {}

    /** @param next the pair behind which the next page begins, null at the end */
    public record Page(List<Group> groups, @Nullable UUID next) {}

    /** Those behind {@code after}, a pair of the page before; from the beginning where it is null. */
    public Page page(Filter filter, Order order, @Nullable UUID after) {
        Asked asked = asked(filter);
        UUID behind = after;
        for (int tries = 1; ; tries++) {
            List<Look> found = looks(asked, order, behind);
            List<Look> here = found.subList(0, Math.min(PAIRS, found.size()));
            Set<UUID> ids = here.stream().map(Look::id).collect(Collectors.toSet());
            // a group of which the best pair stood on an earlier page has been shown there
            List<Group> groups = Group.of(together(asked, here), order.looks).stream()
                    .filter(group -> ids.contains(group.best().id()))
                    .toList();
            UUID next = found.size() > PAIRS ? here.get(PAIRS - 1).id() : null;
            if (next == null || !groups.isEmpty() || tries == MOST_TRIES) {
                return new Page(groups, next);
            }
            behind = next;
        }
    }

    /** How many pairs there are, {@code most} where there are as many or more. */
    public int count(Filter filter, int most) {
        return asking(jdbc.sql(COUNT), asked(filter))
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    private Asked asked(Filter filter) {
        jdbc.sql(PLANNED_FOR_ITS_VALUES).update();
        String part = filter.part();
        if (part == null || part.length() - 2 < SHORTEST_INDEXED) {
            return new Asked(filter, null);
        }
        List<Long> found =
                jdbc.sql(FOUND).params(part, FEW_FOUND + 1).query(Long.class).list();
        return new Asked(filter, found.size() > FEW_FOUND ? null : found);
    }

    private List<Look> looks(Asked asked, Order order, @Nullable UUID after) {
        if (asked.found() == null) {
            jdbc.sql(IN_ORDER).update();
        }
        List<Look> looks = asking(order == Order.VALUE ? jdbc.sql(DEAREST) : jdbc.sql(BEST), asked)
                .param("after", after, Types.OTHER)
                .param("limit", PAIRS + 1)
                .query(this::look)
                .list();
        jdbc.sql(AS_USUAL).update();
        return looks;
    }

    /** With all that hangs together with them, as far as it is shown. */
    private List<Look> together(Asked asked, List<Look> looks) {
        Map<UUID, Look> all = new LinkedHashMap<>();
        looks.forEach(look -> all.put(look.id(), look));
        Set<Long> known = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS && all.size() < MOST_LOOKS; round++) {
            Set<Long> fresh = all.values().stream().flatMap(Look::members).collect(Collectors.toSet());
            fresh.removeAll(known);
            if (fresh.isEmpty()) {
                break;
            }
            known.addAll(fresh);
            asking(jdbc.sql(TOUCHING), asked)
                    .param("members", fresh.toArray(Long[]::new))
                    .param("limit", MOST_LOOKS)
                    .query(this::look)
                    .list()
                    .forEach(look -> all.putIfAbsent(look.id(), look));
        }
        return new ArrayList<>(all.values());
    }

    private static JdbcClient.StatementSpec asking(JdbcClient.StatementSpec statement, Asked asked) {
        Filter filter = asked.filter();
        List<Long> found = asked.found();
        MatchOutcome outcome = filter.outcome();
        return statement
                .param("units", filter.units().toArray(Integer[]::new))
                .param("type", filter.type(), Types.VARCHAR)
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("least", filter.least())
                .param("unit", filter.unit(), Types.INTEGER)
                .param("found", found == null ? null : found.toArray(Long[]::new), Types.ARRAY)
                .param("part", found == null ? filter.part() : null, Types.VARCHAR);
    }

    private Look look(ResultSet row, int number) throws SQLException {
        List<Evidence> evidence = json.readValue(row.getString("evidence"), new TypeReference<>() {});
        return new Look(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getLong("first_id"),
                row.getLong("second_id"),
                row.getDouble("score"),
                MatchOutcome.valueOf(row.getString("outcome")),
                evidence,
                row.getDouble("prior"),
                row.getBigDecimal("worth"));
    }
}
