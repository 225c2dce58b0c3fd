package org.mdmhub.web.layout;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filters of lists that people gave names to, each its owner's; he may offer it to colleagues. */
@Component
public class SavedFilters {

    /** So many somebody may keep for one kind of master. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One filter.
     *
     * @param query as it stands in the list's address
     * @param first whether the list opens with it
     * @param shared whether colleagues are offered it too
     */
    public record SavedFilter(UUID id, String name, String query, boolean first, boolean shared) {}

    /** Somebody's filters by name. */
    public List<SavedFilter> of(String type, String login) {
        return jdbc.sql(
                        "select id, name, query, first, shared from saved_filter where login = ? and type = ? order by name")
                .params(login, type)
                .query(SavedFilter.class)
                .list();
    }

    /** What colleagues offer, by name. */
    public List<SavedFilter> offered(String type, String login) {
        return jdbc.sql("select id, name, query, false as first, shared from saved_filter"
                        + " where type = ? and shared and login <> ? order by name, id limit ?")
                .params(type, login, MOST)
                .query(SavedFilter.class)
                .list();
    }

    public Optional<SavedFilter> first(String type, String login) {
        return of(type, login).stream().filter(SavedFilter::first).findFirst();
    }

    /**
     * Keeps a filter; one of the same name is replaced.
     *
     * @return false where there are too many already
     */
    @Transactional
    public boolean save(String type, String login, String name, String query, boolean first, boolean shared) {
        List<SavedFilter> kept = of(type, login);
        boolean replaces = kept.stream().anyMatch(filter -> filter.name().equals(name));
        if (!replaces && kept.size() >= MOST) {
            return false;
        }
        if (first) {
            jdbc.sql("update saved_filter set first = false where login = ? and type = ?")
                    .params(login, type)
                    .update();
        }
        jdbc.sql("insert into saved_filter (id, login, type, name, query, first, shared)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (login, type, name) do update"
                        + " set query = excluded.query, first = excluded.first, shared = excluded.shared")
                .params(UUID.randomUUID(), login, type, name, query, first, shared)
                .update();
        return true;
    }

    public void delete(UUID id, String type, String login) {
        jdbc.sql("delete from saved_filter where id = ? and type = ? and login = ?")
                .params(id, type, login)
                .update();
    }
}
