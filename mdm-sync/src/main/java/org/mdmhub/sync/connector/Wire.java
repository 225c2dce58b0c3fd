package org.mdmhub.sync.connector;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Exchange;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Recorder;

/**
 * One HTTP exchange with a target. Tells apart what never left us from what was sent and not answered. Follows no
 * redirects, and takes no more than 1 MB of an answer.
 */
public final class Wire {

    private static final int LONGEST_BODY = 1 << 20;

    private final HttpClient client;
    private final Duration patience;

    /** Waits 2 s for a connection and 30 s for a whole answer. */
    public Wire() {
        this(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    public Wire(Duration connecting, Duration patience) {
        this.patience = patience;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build();
    }

    /** Sends what changes nothing there; no answer means that the target does not serve. */
    public Answer ask(HttpRequest request) throws Stopped {
        return send(request, why -> new Outcome.Unavailable(why, null));
    }

    /** Sends what may change something there; no answer leaves it unknown. */
    public Answer tell(HttpRequest request) throws Stopped {
        return send(request, Outcome.Unknown::new);
    }

    private Answer send(HttpRequest request, Function<String, Outcome> unanswered) throws Stopped {
        Answer answer = recorded(request, unanswered);
        return switch (answer.status()) {
            case 429 -> throw new Stopped(new Outcome.Throttled(answer.retryAfter()));
            case 502, 503, 504 -> throw new Stopped(new Outcome.Unavailable(answer.excerpt(), answer.retryAfter()));
            default -> answer;
        };
    }

    private Answer recorded(HttpRequest request, Function<String, Outcome> unanswered) throws Stopped {
        long begun = System.nanoTime();
        try {
            Answer answer = exchange(request, unanswered);
            Recorder.note(() -> said(request, answer.status(), answer.body(), begun));
            return answer;
        } catch (Stopped stopped) {
            Recorder.note(() -> said(request, null, "", begun));
            throw stopped;
        }
    }

    private static Exchange said(HttpRequest request, @Nullable Integer status, String answer, long begun) {
        String query = request.uri().getRawQuery();
        return new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                Sent.body(request),
                status,
                answer,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private Answer exchange(HttpRequest request, Function<String, Outcome> unanswered) throws Stopped {
        var pending = client.sendAsync(request, head -> new Bounded(LONGEST_BODY));
        try {
            var response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Answer.of(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new Stopped(unanswered.apply("no answer within " + patience.toMillis() + " ms"));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new Stopped(unanswered.apply("interrupted while waiting for the answer"));
        } catch (ExecutionException e) {
            throw new Stopped(broken(e.getCause(), unanswered));
        }
    }

    private static Outcome broken(@Nullable Throwable cause, Function<String, Outcome> unanswered) {
        boolean neverSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        return neverSent
                ? new Outcome.Unavailable("not reachable: " + cause, null)
                : unanswered.apply("the connection broke: " + cause);
    }
}
