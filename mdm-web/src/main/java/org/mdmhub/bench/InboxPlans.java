package org.mdmhub.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.RequestFilter;
import org.mdmhub.request.RequestList;
import org.mdmhub.request.RequestList.Desk;
import org.mdmhub.request.RequestList.Query;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How the database plans the lists of the inbox: by which indexes, and whether it reads a great table as a whole. */
final class InboxPlans {

    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (change_request|open_step)\\b");
    private static final Pattern INDEX = Pattern.compile("(?:using|Bitmap Index Scan on) (\\w+)");
    private static final int PAGE = 31;

    private final NamedParameterJdbcTemplate database;

    InboxPlans(Connection connection) throws SQLException {
        database = new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_custom_plan");
        }
    }

    /**
     * One plan.
     *
     * @param whole great tables that it reads as a whole; none is right
     */
    record Plan(String query, Set<String> indexes, Set<String> whole) {}

    List<Plan> all() {
        List<Plan> plans = new ArrayList<>();
        for (Actor reader : List.of(
                actor("steward", Role.STEWARD, "CN-EAST"),
                actor("lead", Role.LEAD, "GROUP"),
                actor("finance", Role.FINANCE, "GROUP"))) {
            filters().forEach((name, filter) -> {
                plans.add(plan(reader.login() + ", waiting, " + name, query(Desk.WAITING, filter), reader));
                plans.add(plan(reader.login() + ", all open, " + name, query(Desk.OPEN, filter), reader));
            });
        }
        Actor asker = actor("requester", Role.REQUESTER, "CN-EAST");
        plans.add(plan("requester, mine", query(Desk.MINE, RequestFilter.NONE), asker));
        plans.add(plan("requester, returned", query(Desk.RETURNED, RequestFilter.NONE), asker));
        return plans;
    }

    private static Query query(Desk desk, RequestFilter filter) {
        return new Query(desk, filter, false, Query.OLDEST, PAGE);
    }

    private Actor actor(String login, Role role, String unit) {
        List<Integer> units = database.queryForList(
                "with recursive below as (select id from org_unit where code = :code"
                        + " union select o.id from org_unit o join below b on o.parent_id = b.id) select id from below",
                Map.of("code", unit),
                Integer.class);
        return new Actor(login, Map.of(role, Set.copyOf(units)));
    }

    private static Map<String, RequestFilter> filters() {
        Map<String, RequestFilter> filters = new LinkedHashMap<>();
        Instant week = Instant.now().minus(Duration.ofDays(7));
        filters.put("nothing", RequestFilter.NONE);
        filters.put("new", RequestFilter.NONE.onlyFresh(true));
        filters.put("changes", RequestFilter.NONE.onlyFresh(false));
        filters.put("type", filter("products", null, null, null, false, false, null, null));
        filters.put("kind", filter(null, ChangeKind.RETIRE, null, null, false, false, null, null));
        filters.put("asker", filter(null, null, "lead2", null, false, false, null, null));
        filters.put("group", filter(null, null, null, "PERSON", false, false, null, null));
        filters.put("look-alikes", filter(null, null, null, null, true, false, null, null));
        filters.put("overdue", filter(null, null, null, null, false, true, null, null));
        filters.put("7 days", filter(null, null, null, null, false, false, week, null));
        filters.put(
                "text", filter(null, null, null, null, false, false, null, new RequestFilter.Named("精密", List.of())));
        return filters;
    }

    private static RequestFilter filter(
            @org.jspecify.annotations.Nullable String type,
            @org.jspecify.annotations.Nullable ChangeKind kind,
            @org.jspecify.annotations.Nullable String asker,
            @org.jspecify.annotations.Nullable String group,
            boolean alike,
            boolean late,
            @org.jspecify.annotations.Nullable Instant before,
            RequestFilter.@org.jspecify.annotations.Nullable Named named) {
        return new RequestFilter(null, type, kind, null, null, asker, group, alike, late, before, false, false, named);
    }

    private Plan plan(String name, Query query, Actor reader) {
        String text = String.join(
                "\n",
                database.queryForList(
                        "explain " + RequestList.text(query), RequestList.values(query, reader), String.class));
        return new Plan(name, named(INDEX, text), named(WHOLE, text));
    }

    private static Set<String> named(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
