package org.mdmhub.web.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How somebody likes his screens: small strings by name, kept for good. */
@Component
public class Preferences {

    /** A value has at most this many characters; a longer one is not kept. */
    public static final int LONGEST = 2000;

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of one login, name to value. */
    public Map<String, String> of(String login) {
        Map<String, String> all = new HashMap<>();
        jdbc.sql("select name, value from preference where login = ?")
                .param(login)
                .query(row -> {
                    all.put(row.getString("name"), row.getString("value"));
                });
        return all;
    }

    public Optional<String> find(String login, String name) {
        return Optional.ofNullable(of(login).get(name));
    }

    /** Keeps a value; an empty one forgets it. */
    public void put(String login, String name, String value) {
        if (value.isEmpty()) {
            jdbc.sql("delete from preference where login = ? and name = ?")
                    .params(login, name)
                    .update();
        } else if (value.length() <= LONGEST) {
            jdbc.sql("insert into preference (login, name, value) values (?, ?, ?)"
                            + " on conflict (login, name) do update set value = excluded.value")
                    .params(login, name, value)
                    .update();
        }
    }
}
