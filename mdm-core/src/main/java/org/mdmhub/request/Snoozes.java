package org.mdmhub.request;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wants to see again only later. His own list changes, nobody else's, and no due time. */
@Component
public class Snoozes {

    private final JdbcClient jdbc;

    Snoozes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void snooze(UUID request, String login, Instant until) {
        jdbc.sql("insert into request_snooze (login, request_id, until) values (?, ?, ?)"
                        + " on conflict (login, request_id) do update set until = excluded.until")
                .params(login, request, OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void wake(UUID request, String login) {
        jdbc.sql("delete from request_snooze where login = ? and request_id = ?")
                .params(login, request)
                .update();
    }

    /** Until when it is put off; empty where it is not, or that time is over. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(UUID request, String login) {
        return jdbc.sql("select until from request_snooze where login = ? and request_id = ? and until > now()")
                .params(login, request)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
