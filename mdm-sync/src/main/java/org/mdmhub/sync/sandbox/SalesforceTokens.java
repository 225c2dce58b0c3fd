package org.mdmhub.sync.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0 client credentials: who may have a token, and for how long. Forgotten when the sandbox restarts. */
final class SalesforceTokens {

    private final String client;
    private final String secret;
    private final Clock clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> endOf = new ConcurrentHashMap<>();

    SalesforceTokens(String client, String secret, Clock clock, Duration life) {
        this.client = client;
        this.secret = secret;
        this.clock = clock;
        this.life = life;
    }

    Reply issue(Call call) {
        Map<String, String> form = Call.form(call.body());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error("unsupported_grant_type", "grant type not supported");
        }
        if (!same(client, form.get("client_id")) || !same(secret, form.get("client_secret"))) {
            return error("invalid_client", "invalid client credentials");
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = "00D!" + HexFormat.of().formatHex(bytes);
        endOf.values().removeIf(end -> end.isBefore(clock.instant()));
        endOf.put(token, clock.instant().plus(life));
        return Reply.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("instance_url", "http://" + call.header("Host"))
                        .put("token_type", "Bearer")
                        .put("issued_at", Long.toString(clock.millis())));
    }

    static Reply error(String error, String description) {
        return Reply.json(400, Json.object().put("error", error).put("error_description", description));
    }

    boolean admits(Call call) {
        Instant end = endOf.get(call.header("Authorization").replaceFirst("^Bearer ", ""));
        return end != null && clock.instant().isBefore(end);
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
