package org.mdmhub.sync.connector.salesforce;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.connector.Answer;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.connector.Wire;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Outcome;

/** One connection's access token, by OAuth 2.0 client credentials, and the calls made with it. */
final class SalesforceSession {

    /** How a request goes out: {@link Wire#ask} or {@link Wire#tell}. */
    interface Way {
        Answer send(HttpRequest request) throws Stopped;
    }

    private final Connection connection;
    private final Wire wire;
    private @Nullable String token;

    SalesforceSession(Connection connection, Wire wire) {
        this.connection = connection;
        this.wire = wire;
    }

    boolean belongsTo(Connection other) {
        return connection.equals(other);
    }

    /** Sends with a token; where it is refused, once more with a new one. Then the credentials are to blame. */
    Answer send(HttpRequest.Builder request, Way way) throws Stopped {
        String used = token(null);
        Answer answer = way.send(authorized(request, used));
        if (answer.status() == 401) {
            answer = way.send(authorized(request, token(used)));
        }
        if (answer.status() == 401) {
            throw new Stopped(new Outcome.Unauthorized(answer.excerpt()));
        }
        return answer;
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    /** The token at hand, unless it is the one that was just refused and nobody has renewed it since. */
    private synchronized String token(@Nullable String refused) throws Stopped {
        String current = token;
        if (current == null || current.equals(refused)) {
            token = null;
            current = logIn();
            token = current;
        }
        return current;
    }

    private String logIn() throws Stopped {
        HttpRequest request = HttpRequest.newBuilder(URI.create(connection.address() + "services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(credentials()))
                .build();
        Answer answer = wire.ask(request);
        String given = answer.json().path("access_token").asString("");
        if (answer.status() == 200 && !given.isEmpty()) {
            return given;
        }
        // the answer is quoted only where it refuses: it could hold a token otherwise
        throw new Stopped(
                answer.status() >= 400 && answer.status() < 500
                        ? new Outcome.Unauthorized(answer.excerpt())
                        : new Outcome.Unavailable("no access token: HTTP " + answer.status(), answer.retryAfter()));
    }

    private String credentials() throws Stopped {
        try {
            return "grant_type=client_credentials&client_id=" + encoded("clientId") + "&client_secret="
                    + encoded("clientSecret");
        } catch (IllegalStateException lacking) {
            throw new Stopped(new Outcome.Unauthorized(String.valueOf(lacking.getMessage())));
        }
    }

    private String encoded(String secret) {
        return URLEncoder.encode(connection.secret(secret), StandardCharsets.UTF_8);
    }
}
