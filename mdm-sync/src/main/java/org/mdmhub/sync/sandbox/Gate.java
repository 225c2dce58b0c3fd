package org.mdmhub.sync.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.sandbox.Faults.Fault;

/** Where each request comes in: to the sandbox itself, or past the faults to the dialect. */
final class Gate implements HttpHandler {

    private final Dialect dialect;
    private final Faults faults;
    private final RequestLog log;
    private final OwnEndpoints own;
    private final FrontPage page;
    private volatile Instant lastRequest = Instant.now();

    Gate(Dialect dialect, Faults faults, RequestLog log, OwnEndpoints own, FrontPage page) {
        this.dialect = dialect;
        this.faults = faults;
        this.log = log;
        this.own = own;
        this.page = page;
    }

    /** For how long nobody has asked for anything. */
    Duration idle() {
        return Duration.between(lastRequest, Instant.now());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        lastRequest = Instant.now();
        try {
            Call call = Call.of(exchange);
            if (call.path().equals("/") && call.method().equals("GET")) {
                page.reply(call).send(exchange);
            } else if (call.path().startsWith("/sandbox/")) {
                own.serve(call, exchange);
            } else {
                serve(call, exchange, faults.next());
            }
        } finally {
            exchange.close();
        }
    }

    private void serve(Call call, HttpExchange exchange, @Nullable Fault fault) throws IOException {
        Instant at = Instant.now();
        if (fault == null) {
            send(call, at, dialect.answer(call), null, exchange);
            return;
        }
        pause(fault.delayMs());
        Reply reply = fault.refuses() ? dialect.fault(call, fault.status()) : dialect.answer(call);
        if (fault.dropAfterSend()) {
            // closing an exchange that has no answer yet cuts the connection
            log.add(call, at, null, fault.name());
        } else {
            send(call, at, reply, fault.name(), exchange);
        }
    }

    /** Logged first, so that who has the answer finds the request. */
    private void send(Call call, Instant at, Reply reply, @Nullable String fault, HttpExchange exchange)
            throws IOException {
        log.add(call, at, reply.status(), fault);
        reply.send(exchange);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
