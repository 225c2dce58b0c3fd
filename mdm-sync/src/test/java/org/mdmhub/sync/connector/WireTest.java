package org.mdmhub.sync.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Outcome;

class WireTest {

    private final Wire wire = new Wire();
    private StubTarget target;

    @BeforeEach
    void open() throws Exception {
        target = new StubTarget();
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void a_refused_connection_sent_nothing() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
        assertThat(outcome(wire, post(nobody))).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_name_that_leads_nowhere_sent_nothing() {
        assertThat(outcome(wire, post(URI.create("http://target.invalid/")))).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_connection_cut_after_sending_leaves_a_write_unknown() {
        target.hangsUp();
        assertThat(outcome(wire, post(target.address()))).isInstanceOf(Outcome.Unknown.class);
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void silence_after_sending_leaves_a_write_unknown() {
        target.staysSilent();
        Wire impatient = new Wire(Duration.ofSeconds(2), Duration.ofMillis(200));
        assertThat(outcome(impatient, post(target.address()))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void silence_after_a_question_means_that_the_target_does_not_serve() {
        target.staysSilent();
        Wire impatient = new Wire(Duration.ofSeconds(2), Duration.ofMillis(200));
        HttpRequest get = HttpRequest.newBuilder(target.address()).build();
        assertThat(stopped(() -> impatient.ask(get))).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void an_answer_of_more_than_a_megabyte_is_no_answer() {
        target.answers(200, "x".repeat((1 << 20) + 1));
        assertThat(outcome(wire, post(target.address())))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("longer than 1048576 bytes"));
    }

    @Test
    void an_answer_of_a_megabyte_is_taken() throws Exception {
        target.answers(200, "x".repeat(1 << 20));
        assertThat(wire.tell(post(target.address())).body()).hasSize(1 << 20);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        target.answers(302, "", Map.of("Location", target.address() + "elsewhere"));
        assertThat(wire.tell(post(target.address())).status()).isEqualTo(302);
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void too_many_requests_is_throttled_until_it_says() {
        Instant before = Instant.now();
        target.answers(429, "", Map.of("Retry-After", "60")).answers(429, "");
        assertThat(outcome(wire, post(target.address())))
                .isInstanceOfSatisfying(
                        Outcome.Throttled.class,
                        throttled -> assertThat(throttled.until())
                                .isBetween(before.plusSeconds(60), Instant.now().plusSeconds(60)));
        assertThat(outcome(wire, post(target.address()))).isEqualTo(new Outcome.Throttled(null));
    }

    @Test
    void a_server_that_is_away_is_unavailable_until_it_says() {
        target.answers(503, "down", Map.of("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"))
                .answers(502, "")
                .answers(504, "");
        assertThat(outcome(wire, post(target.address()))).isInstanceOfSatisfying(Outcome.Unavailable.class, away -> {
            assertThat(away.until()).isBeforeOrEqualTo(Instant.now());
            assertThat(away.why()).contains("503 down");
        });
        assertThat(outcome(wire, post(target.address()))).isEqualTo(new Outcome.Unavailable("HTTP 502 ", null));
        assertThat(outcome(wire, post(target.address()))).isEqualTo(new Outcome.Unavailable("HTTP 504 ", null));
    }

    private interface Exchange {
        Object take() throws Stopped;
    }

    private static HttpRequest post(URI address) {
        return HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private static Outcome outcome(Wire wire, HttpRequest request) {
        return stopped(() -> wire.tell(request));
    }

    private static Outcome stopped(Exchange exchange) {
        try {
            throw new AssertionError("answered: " + exchange.take());
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }
}
