package org.mdmhub.web.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook signed as Standard Webhooks 1.0 wants it, with a CloudEvents 1.0 body. Its id stays the same however often
 * it is sent, so that its receiver takes it once; several secrets sign while one replaces another.
 */
@Component
class WebhookChannel implements Channel {

    private static final String PREFIX = "whsec_";

    private final Post post;
    private final JsonMapper json;
    private final Clock clock;

    @Autowired
    WebhookChannel(Post post, JsonMapper json) {
        this(post, json, Clock.systemUTC());
    }

    WebhookChannel(Post post, JsonMapper json, Clock clock) {
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public Duration apart() {
        return Duration.ofMillis(200);
    }

    @Override
    public Outcome send(Letter letter, Address to) {
        String body = json.writeValueAsString(event(letter));
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = Map.of(
                "webhook-id", letter.id(),
                "webhook-timestamp", timestamp,
                "webhook-signature", signatures(to.secrets(), letter.id(), timestamp, body));
        try {
            Outcome failure =
                    post.json(URI.create(to.to()), to.inside(), headers, body).failure();
            return failure == null ? new Outcome.Done() : failure;
        } catch (Post.Unanswered e) {
            return e.outcome();
        }
    }

    static String signatures(List<String> secrets, String id, String timestamp, String body) {
        return secrets.stream()
                .map(secret -> "v1," + Hmac.sign(key(secret), id + "." + timestamp + "." + body))
                .collect(Collectors.joining(" "));
    }

    /** A secret with the standard's prefix is Base64; any other is its own key. */
    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** Whether it can be signed with. */
    static boolean isSecret(String secret) {
        try {
            return key(secret).length >= 24 && key(secret).length <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Object> event(Letter letter) {
        Letter.Line line = Objects.requireNonNull(letter.lines().get(0));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", letter.id());
        event.put("source", line.link().resolve("/notices").toString());
        event.put("type", "org.mdmhub.notice." + line.kind());
        event.put("subject", line.number());
        event.put("time", letter.at().toString());
        event.put("datacontenttype", "application/json");
        event.put(
                "data",
                Map.of(
                        "number", line.number(),
                        "text", line.text(),
                        "fields", line.fields(),
                        "link", line.link().toString()));
        return event;
    }
}
