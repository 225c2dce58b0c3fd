package org.mdmhub.web.api;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.ApiTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's calls over REST, with a token of his own. */
final class Rest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final @Nullable String token;

    private Rest(int port, @Nullable String token) {
        this.port = port;
        this.token = token;
    }

    static Rest as(Actor actor, ApiTokens tokens, int port) {
        return new Rest(
                port,
                tokens.make(
                                actor.login(),
                                "test",
                                EnumSet.allOf(Right.class),
                                Instant.now().plus(Duration.ofHours(1)),
                                "test")
                        .token());
    }

    static Rest with(String token, int port) {
        return new Rest(port, token);
    }

    static Rest nobody(int port) {
        return new Rest(port, null);
    }

    /** An answer; the body is missing where there is none. */
    record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {

        String code() {
            return body.path("code").asString("");
        }

        String etag() {
            return headers.firstValue("ETag").orElse("");
        }

        String pointer() {
            return body.path("errors").path(0).path("pointer").asString("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body), Map.of());
    }

    Answer post(String path) {
        return send("POST", path, null, Map.of());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, JSON.writeValueAsString(body), headers);
    }

    Answer put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, JSON.writeValueAsString(body), headers);
    }

    /** For addresses that no decent client would send. */
    int statusOfRaw(String path) {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An answer that is no JSON. */
    record Bytes(int status, byte[] body, java.net.http.HttpHeaders headers) {}

    Bytes bytes(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Bytes(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file as a form does. */
    Answer upload(String path, String input, String name, String type, byte[] content) {
        String head = "--cut\r\nContent-Disposition: form-data; name=\"" + input + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(content),
                HttpRequest.BodyPublishers.ofString("\r\n--cut--\r\n"));
        return sent("POST", path, body, Map.of("Content-Type", "multipart/form-data; boundary=cut"));
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        return sent(
                method,
                path,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                headers);
    }

    private Answer sent(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + (path.startsWith("/v3") ? "" : "/api/v1") + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), json, answer.headers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
