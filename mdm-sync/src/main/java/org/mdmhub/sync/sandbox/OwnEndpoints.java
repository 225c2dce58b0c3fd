package org.mdmhub.sync.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.mdmhub.sync.sandbox.Faults.Fault;
import tools.jackson.databind.JsonNode;

/** What the sandbox says about itself, under {@code /sandbox/}: without login and never hit by faults. */
final class OwnEndpoints {

    private static final int REQUESTS = 100;

    private final Shelf shelf;
    private final Ledgers ledgers;
    private final Dialect dialect;
    private final Faults faults;
    private final RequestLog log;
    private final Runnable leave;

    OwnEndpoints(Shelf shelf, Ledgers ledgers, Dialect dialect, Faults faults, RequestLog log, Runnable leave) {
        this.shelf = shelf;
        this.ledgers = ledgers;
        this.dialect = dialect;
        this.faults = faults;
        this.log = log;
        this.leave = leave;
    }

    void serve(Call call, HttpExchange exchange) throws IOException {
        switch (call.method() + " " + call.path()) {
            case "GET /sandbox/health" -> Reply.text(200, "up").send(exchange);
            case "GET /sandbox/records" -> records(call.parameters(), exchange);
            case "GET /sandbox/requests" -> requests(call.parameters(), exchange);
            case "GET /sandbox/facts" -> Reply.json(200, ledgers.all()).send(exchange);
            case "POST /sandbox/facts" -> learn(call).send(exchange);
            case "GET /sandbox/faults" -> Reply.json(200, shownFault()).send(exchange);
            case "POST /sandbox/faults" -> fail(call).send(exchange);
            case "DELETE /sandbox/faults" -> {
                faults.set(null);
                Reply.text(204, "").send(exchange);
            }
            case "POST /sandbox/leave" -> leave(exchange);
            default -> Reply.text(404, "the sandbox has no such page").send(exchange);
        }
    }

    private Reply learn(Call call) {
        JsonNode told = Json.read(call.body());
        return ledgers.learn(told)
                ? Reply.json(200, ledgers.of(told.path("code").asString()))
                : Reply.text(400, "a fact is a JSON object with a code");
    }

    private JsonNode shownFault() {
        Fault current = faults.current();
        return current == null ? Json.object() : current.shown();
    }

    private Reply fail(Call call) {
        JsonNode asked = Json.read(call.body());
        if (!asked.isObject()) {
            return Reply.text(400, "a fault is a JSON object");
        }
        faults.set(Fault.parse(asked));
        return Reply.json(200, shownFault());
    }

    private void requests(Map<String, String> parameters, HttpExchange exchange) throws IOException {
        String limit = parameters.getOrDefault("limit", "");
        Reply.json(200, log.newest(limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : REQUESTS))
                .send(exchange);
    }

    /** Written as it is read: there may be more than fits into one text. */
    private void records(Map<String, String> parameters, HttpExchange exchange) throws IOException {
        String code = parameters.get("code");
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        try (Writer out = new BufferedWriter(
                        new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8), 1 << 16);
                Stream<Item> items = shelf.all().stream()) {
            Iterator<Item> wanted = items.filter(
                            item -> code == null || item.number().equals(code))
                    .iterator();
            out.write("[");
            for (String comma = ""; wanted.hasNext(); comma = ",\n") {
                out.write(comma);
                out.write(Json.write(dialect.shown(wanted.next())));
            }
            out.write("]");
        }
    }

    private void leave(HttpExchange exchange) throws IOException {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            Reply.text(403, "only from this machine").send(exchange);
            return;
        }
        Reply.text(200, "leaving").send(exchange);
        exchange.close();
        leave.run();
    }
}
