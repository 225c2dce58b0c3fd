package org.mdmhub.sync.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last 5,000 requests, for a person who looks. Headers are not kept, secrets in a body are masked. */
final class RequestLog {

    private static final int LONGEST = 5_000;
    private static final int LONGEST_BODY = 64_000;
    private static final Pattern SECRET = Pattern.compile("(client_secret=)[^&]*");

    private final Deque<ObjectNode> entries = new ArrayDeque<>();

    /** {@code status} is null where the connection was cut. */
    synchronized void add(Call call, Instant at, @Nullable Integer status, @Nullable String fault) {
        String body = SECRET.matcher(call.body()).replaceAll("$1***");
        entries.addFirst(Json.object()
                .put("at", at.toString())
                .put("method", call.method())
                .put("path", call.query().isEmpty() ? call.path() : call.path() + "?" + call.query())
                .put("status", status)
                .put("fault", fault)
                .put("body", body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body));
        if (entries.size() > LONGEST) {
            entries.removeLast();
        }
    }

    /** The newest first. */
    synchronized ArrayNode newest(int limit) {
        ArrayNode list = Json.array();
        entries.stream().limit(limit).forEach(list::add);
        return list;
    }
}
