package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SalesforceTokensTest {

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SalesforceTokens tokens = new SalesforceTokens("client", "secret", clock, Duration.ofHours(2));

    @Test
    void a_token_ends_with_its_life() {
        String token = Json.read(issue("client_credentials", "client", "secret").body())
                .path("access_token")
                .asString();
        assertThat(tokens.admits(call("", token))).isTrue();
        now = now.plus(Duration.ofHours(2));
        assertThat(tokens.admits(call("", token))).isFalse();
    }

    @Test
    void only_these_credentials_get_one() {
        assertThat(issue("client_credentials", "client", "other").body()).contains("invalid_client");
        assertThat(issue("client_credentials", "other", "secret").status()).isEqualTo(400);
        assertThat(issue("password", "client", "secret").body()).contains("unsupported_grant_type");
        assertThat(tokens.admits(call("", "00D!made-up"))).isFalse();
    }

    private Reply issue(String grant, String client, String secret) {
        return tokens.issue(call("grant_type=" + grant + "&client_id=" + client + "&client_secret=" + secret, "none"));
    }

    private static Call call(String body, String token) {
        Headers headers = new Headers();
        headers.set("Authorization", "Bearer " + token);
        return new Call("POST", "/services/oauth2/token", "", headers, body);
    }
}
