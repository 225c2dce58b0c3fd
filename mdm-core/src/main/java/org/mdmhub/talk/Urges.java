package org.mdmhub.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody urged that a request be decided on: at most once in four hours. The caller has locked the request. */
@Component
class Urges {

    static final Duration APART = Duration.ofHours(4);

    private final JdbcClient jdbc;

    Urges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws TalkRefused TOO_SOON */
    void note(UUID request, String login, int told) {
        Instant now = Talk.now();
        of(request).stream()
                .map(urge -> urge.at().plus(APART))
                .filter(next -> next.isAfter(now))
                .findFirst()
                .ifPresent(next -> {
                    throw TalkRefused.until(next);
                });
        jdbc.sql("insert into request_urge (request_id, login, urged_at, told) values (?, ?, ?, ?)")
                .params(request, login, now.atOffset(ZoneOffset.UTC), told)
                .update();
    }

    /** Newest first. */
    List<Conversation.Urge> of(UUID request) {
        return jdbc.sql("select login, urged_at, told from request_urge where request_id = ? order by urged_at desc"
                        + " limit 50")
                .param(request)
                .query((row, number) -> new Conversation.Urge(
                        row.getString("login"),
                        row.getObject("urged_at", OffsetDateTime.class).toInstant(),
                        row.getInt("told")))
                .list();
    }
}
