package org.mdmhub.sync.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Exchange;
import org.mdmhub.sync.target.Recorder;

class RecorderTest {

    private final Wire wire = new Wire();
    private final Recorder recorder = new Recorder();
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
    void what_is_said_and_answered_is_kept_without_headers() {
        target.answers(200, "{\"done\":true}");
        recorder.during(() -> tell("{\"name\":\"华信\"}"));
        assertThat(recorder.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.method()).isEqualTo("POST");
            assertThat(exchange.path()).isEqualTo("/a?b=c");
            assertThat(exchange.request()).isEqualTo("{\"name\":\"华信\"}");
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.answer()).isEqualTo("{\"done\":true}");
            assertThat(exchange.toString()).doesNotContain("of-a-header");
        });
    }

    @Test
    void no_answer_is_kept_as_none() {
        target.hangsUp();
        recorder.during(() -> tell("sent"));
        assertThat(recorder.exchanges())
                .singleElement()
                .extracting(Exchange::request, Exchange::status, Exchange::answer)
                .containsExactly("sent", null, "");
    }

    @Test
    void only_the_last_twelve_are_kept_and_nothing_where_nobody_listens() {
        IntStream.range(0, 15).forEach(i -> target.answers(200, "answer " + i));
        tell("unheard");
        recorder.during(
                () -> IntStream.range(1, 15).mapToObj(i -> tell("no. " + i)).toList());
        assertThat(recorder.exchanges())
                .hasSize(12)
                .last()
                .satisfies(last -> assertThat(last.request()).isEqualTo("no. 14"));
    }

    private Object tell(String body) {
        try {
            return wire.tell(HttpRequest.newBuilder(target.address().resolve("/a?b=c"))
                    .header("Authorization", "secret-of-a-header")
                    .POST(BodyPublishers.ofString(body))
                    .build());
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }
}
