package org.mdmhub.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the hub's REST interface as one of the demo's logins, again and again until there is an answer. */
final class HubClient {

    private static final String PASSWORD = "golden-record-demo";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final String address;
    private final AtomicLong deadline;
    private final AtomicInteger repeats = new AtomicInteger();

    /** @param limit how long it may call at all; it only ends a run that hangs */
    HubClient(int port, Duration limit) {
        this.address = "http://127.0.0.1:" + port;
        this.deadline = new AtomicLong(System.nanoTime() + limit.toNanos());
    }

    /** What the hub said in the end; {@code etag} is empty where it gave none. */
    record Answer(int status, JsonNode body, String etag) {

        String code() {
            return body.path("code").asString("");
        }
    }

    /** How often a call had no answer, or one that asks to come again. */
    int repeats() {
        return repeats.get();
    }

    /** Nothing more will be answered: whoever still waits need not. */
    void giveUp() {
        deadline.set(System.nanoTime());
    }

    /**
     * Posts under one key until it is answered for good: what was cut off, failed inside the hub or still runs is sent
     * again with the same key and body.
     */
    Answer post(String login, String path, String key, Object body) throws InterruptedException, TimeoutException {
        return insist(request(login, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    /** Posts a question that writes nothing: each time it is answered anew. */
    Answer ask(String login, String path, Object body) throws InterruptedException, TimeoutException {
        return insist(request(login, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    /** Changes what was read with this mark; under a key of its own, so that it can be sent again. */
    Answer change(String method, String login, String path, String etag, Object body)
            throws InterruptedException, TimeoutException {
        return insist(request(login, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    Answer get(String login, String path) throws InterruptedException, TimeoutException {
        return insist(request(login, path).build());
    }

    /** All elements of a list of the hub, page by page. */
    List<JsonNode> all(String login, String path) throws InterruptedException, TimeoutException {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = get(login, path + "?limit=200&cursor=" + cursor).body();
            page.path("items").forEach(all::add);
            if (!page.path("nextCursor").isString()) {
                return all;
            }
            cursor = page.path("nextCursor").asString();
        }
    }

    private HttpRequest.Builder request(String login, String path) {
        String pair = login + ":" + PASSWORD;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic);
    }

    private Answer insist(HttpRequest request) throws InterruptedException, TimeoutException {
        while (System.nanoTime() < deadline.get()) {
            Answer answer = attempt(request);
            if (answer != null && answer.status() < 500 && !answer.code().equals("running")) {
                return answer;
            }
            repeats.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new TimeoutException("no answer to " + request.method() + " " + request.uri());
    }

    /** One try; null where the connection failed or what came is not whole. */
    private @Nullable Answer attempt(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = response.body();
            return new Answer(
                    response.statusCode(),
                    json.readTree(text.isEmpty() ? "{}" : text),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException | JacksonException e) {
            return null;
        }
    }
}
