package org.mdmhub.talk;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees a request, and who may decide on it now: one query each, however many people there are. */
@Component
public class Audience {

    // an organisation and all above it: a role reaches down the tree
    private static final String ABOVE = """
            with recursive above as (
                select o.id, o.parent_id, 0 as distance from org_unit o, change_request r
                where r.id = :request and o.id in (:units)
                union select o.id, o.parent_id, a.distance + 1 from above a join org_unit o on o.id = a.parent_id)
            """;

    private static final String SEES = ABOVE.replace(":units", "r.org_unit_id, r.owner_unit_id") + """
            select u.login, u.name from app_user u
            where not u.disabled
              and (u.login = (select r.requested_by from change_request r where r.id = :request)
                or exists (select from user_role h join above a on a.id = h.org_unit_id
                    where h.login = u.login and h.role = any (:roles)))
            """;

    private static final String THESE = SEES + " and u.login = any (:logins)";

    private static final String CALLED = SEES + """
             and (u.login like :part or lower(u.name) like :part) and u.login <> :me
            order by u.name, u.login limit :most
            """;

    private static final String DECIDES = ABOVE.replace(":units", "r.owner_unit_id") + """
            select u.login from open_step s
            join app_user u on not u.disabled
            left join user_role h on h.login = u.login and h.role = s.role
            left join above a on a.id = h.org_unit_id
            where s.request_id = :request
              and (u.login = s.login or a.id is not null)
              and not exists (select from request_author a where a.request_id = :request and a.login = u.login)
              and not exists (select from decision d join change_request r on r.id = d.request_id
                where d.request_id = :request and d.round = r.round and d.decided_by = u.login)
            group by u.login
            order by min(a.distance) nulls first, u.login limit :most
            """;

    private static final String[] READERS = Arrays.stream(Role.values())
            .filter(role -> role.rights().containsAll(List.of(Right.READ_MASTERS, Right.READ_REQUESTS)))
            .map(Role::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the logins who see it. */
    public Set<String> seeing(UUID request, Collection<String> logins) {
        return jdbc.sql(THESE)
                .param("request", request)
                .param("roles", READERS)
                .param("logins", logins.toArray(String[]::new))
                .query((row, number) -> row.getString("login"))
                .set();
    }

    /** People who see it, whose login or name begins or goes on like this: login to name. */
    public Map<String, String> called(UUID request, String part, String me, int most) {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.sql(CALLED)
                .param("request", request)
                .param("roles", READERS)
                .param("part", "%" + part.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("me", me)
                .param("most", most)
                .query(row -> {
                    found.put(row.getString("login"), row.getString("name"));
                });
        return found;
    }

    /** Who may decide now, as many as may be told: who is named and who is nearest first. */
    public Set<String> deciding(UUID request) {
        return jdbc.sql(DECIDES)
                .param("request", request)
                .param("most", Notices.MOST)
                .query(String.class)
                .set();
    }

    /** What somebody is called. */
    String name(String login) {
        return jdbc.sql("select name from app_user where login = ?")
                .param(login)
                .query(String.class)
                .optional()
                .orElse(login);
    }
}
