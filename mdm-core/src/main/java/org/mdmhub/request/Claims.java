package org.mdmhub.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which request before him. A claim runs out by itself and keeps nobody from deciding. */
@Component
public class Claims {

    private static final int MINUTES = 10;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody reads it; the claim of another one that still holds stays. */
    @Transactional
    public void claim(UUID request, String login) {
        jdbc.sql("insert into request_claim (request_id, login, until)"
                        + " values (?, ?, now() + make_interval(mins => ?)) on conflict (request_id) do update"
                        + " set login = excluded.login, until = excluded.until"
                        + " where request_claim.login = excluded.login or request_claim.until <= now()")
                .params(request, login, MINUTES)
                .update();
    }

    /** He is done with it. */
    @Transactional
    public void release(UUID request, String login) {
        jdbc.sql("delete from request_claim where request_id = ? and login = ?")
                .params(request, login)
                .update();
    }

    /** Login of who else has it before him now. */
    @Transactional(readOnly = true)
    public Optional<String> other(UUID request, String login) {
        return jdbc.sql("select login from request_claim where request_id = ? and login <> ? and until > now()")
                .params(request, login)
                .query(String.class)
                .optional();
    }

    /** The same for many; requests that nobody else has are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> others(Collection<UUID> requests, String login) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select request_id, login from request_claim"
                        + " where request_id = any (?) and login <> ? and until > now()")
                .params(requests.toArray(UUID[]::new), login)
                .query(row -> {
                    found.put(row.getObject("request_id", UUID.class), row.getString("login"));
                });
        return found;
    }
}
