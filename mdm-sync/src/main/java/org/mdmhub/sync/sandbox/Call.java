package org.mdmhub.sync.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param path as sent, still percent-encoded
 * @param query as sent, empty where there is none
 */
record Call(String method, String path, String query, Headers headers, String body) {

    private static final int LONGEST_BODY = 5_000_000;

    static Call of(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
    }

    /** One header, empty where it is missing. */
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    Map<String, String> parameters() {
        return form(query);
    }

    /** Names and values of an {@code application/x-www-form-urlencoded} text. */
    static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            form.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
        }
        return form;
    }

    /** One segment of a path, in which a plus is a plus. */
    static String segment(String encoded) {
        return decoded(encoded.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
