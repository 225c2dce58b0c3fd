package org.mdmhub.sync.connector;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a target answered, whatever it means.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body its body, at most 1 MB, read as UTF-8
 */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final int EXCERPT = 300;

    static Answer of(int status, HttpHeaders headers, byte[] body) {
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** Until when the target wants to be left alone, from {@code Retry-After}; null where it did not say. */
    public @Nullable Instant retryAfter() {
        return headers.firstValue("Retry-After")
                .map(value -> RetryAfter.parse(value, Instant.now()))
                .orElse(null);
    }

    /** Status and beginning of the body, for a person. */
    public String excerpt() {
        String text = body.strip().replaceAll("\\p{Cntrl}+", " ");
        return "HTTP " + status + " " + (text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text);
    }
}
