package org.mdmhub.web.api;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.road.Road.RequestTouched;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what was answered to a key (IETF draft idempotency-key-header-07). The request that a call worked on is
 * noted in the effect's own transaction, so that a crash between effect and answer does not make a second effect.
 */
@Component
class IdempotencyKeys {

    private static final int LEASE_SECONDS = 15;
    private static final ThreadLocal<@Nullable Key> RUNNING = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotencyKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Who used which key where. */
    record Key(String login, String route, String key) {}

    /**
     * What is known of a key.
     *
     * @param live whether the first call may still be running
     * @param requestId the change request that it had its effect on, null where it had none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(
            byte[] bodyHash,
            boolean done,
            boolean live,
            @Nullable UUID requestId,
            int status,
            Map<String, String> headers,
            byte[] body) {}

    /** True where the key is new, or its first call died without an effect, and is ours to run. */
    boolean begin(Key key, byte[] bodyHash) {
        int taken = jdbc.sql("insert into idempotency_key"
                        + " (login, route, key, body_hash, state, lease_until, created_at)"
                        + " values (?, ?, ?, ?, 'RUNNING', now() + make_interval(secs => ?), now())"
                        + " on conflict (login, route, key) do update set lease_until = excluded.lease_until"
                        + " where idempotency_key.state = 'RUNNING' and idempotency_key.lease_until < now()"
                        + " and idempotency_key.request_id is null"
                        + " and idempotency_key.body_hash = excluded.body_hash")
                .params(key.login(), key.route(), key.key(), bodyHash, LEASE_SECONDS)
                .update();
        if (taken > 0) {
            RUNNING.set(key);
        }
        return taken > 0;
    }

    Optional<Known> find(Key key) {
        return jdbc.sql("select *, lease_until >= now() as live from idempotency_key"
                        + " where login = ? and route = ? and key = ?")
                .params(key.login(), key.route(), key.key())
                .query((row, number) -> new Known(
                        row.getBytes("body_hash"),
                        row.getString("state").equals("DONE"),
                        row.getBoolean("live"),
                        row.getObject("request_id", UUID.class),
                        row.getInt("status"),
                        headers(row.getString("headers")),
                        row.getBytes("body")))
                .optional();
    }

    private Map<String, String> headers(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, new TypeReference<>() {});
    }

    /**
     * Notes the effect; only one call of a key may have one. Where a call outlived its lease and the same key was begun
     * again, whoever notes second is rolled back and is to be asked again.
     */
    @EventListener
    void touched(RequestTouched touched) {
        Key key = RUNNING.get();
        if (key == null) {
            return;
        }
        int noted = jdbc.sql("update idempotency_key set request_id = ? where login = ? and route = ? and key = ?"
                        + " and state = 'RUNNING' and request_id is null")
                .params(touched.id(), key.login(), key.route(), key.key())
                .update();
        if (noted == 0) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
    }

    void end(Key key, int status, Map<String, String> headers, byte[] body) {
        RUNNING.remove();
        jdbc.sql("update idempotency_key set state = 'DONE', status = ?, headers = ?::jsonb, body = ?"
                        + " where login = ? and route = ? and key = ?")
                .params(status, json.writeValueAsString(headers), body, key.login(), key.route(), key.key())
                .update();
    }

    /** The call failed inside the hub: the key may be used again. */
    void forget(Key key) {
        RUNNING.remove();
        jdbc.sql("delete from idempotency_key where login = ? and route = ? and key = ? and state = 'RUNNING'"
                        + " and request_id is null")
                .params(key.login(), key.route(), key.key())
                .update();
    }

    int prune(int days) {
        return jdbc.sql("delete from idempotency_key where created_at < now() - make_interval(days => ?)")
                .param(days)
                .update();
    }
}
