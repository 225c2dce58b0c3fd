package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.sandbox.Faults.Fault;

class FaultsTest {

    private final Faults faults = new Faults(new Random(1));

    @Test
    void without_a_fault_nothing_is_hit() {
        assertThat(faults.next()).isNull();
    }

    @Test
    void a_fault_without_a_rate_hits_each_request_until_it_is_taken_away() {
        faults.set(fault("{\"status\":503}"));
        assertThat(hits(1000)).isEqualTo(1000);
        faults.set(null);
        assertThat(hits(10)).isZero();
    }

    @Test
    void the_count_ends_it() {
        faults.set(fault("{\"status\":503,\"count\":3}"));
        assertThat(hits(10)).isEqualTo(3);
        assertThat(faults.current()).isNull();
    }

    @Test
    void only_hits_are_counted() {
        faults.set(fault("{\"status\":503,\"rate\":0.2,\"count\":100}"));
        assertThat(hits(10_000)).isEqualTo(100);
    }

    @Test
    void the_rate_is_the_share_that_is_hit() {
        faults.set(fault("{\"status\":503,\"rate\":0.2}"));
        assertThat(hits(10_000)).isBetween(1_900L, 2_100L);
    }

    @Test
    void a_dropped_answer_is_no_refusal() {
        assertThat(fault("{\"status\":503,\"dropAfterSend\":true}").refuses()).isFalse();
        assertThat(fault("{\"status\":503,\"dropAfterSend\":false}").refuses()).isTrue();
        assertThat(fault("{\"delayMs\":5}").refuses()).isFalse();
    }

    private long hits(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(request -> faults.next())
                .filter(Objects::nonNull)
                .count();
    }

    private static Fault fault(String json) {
        return Fault.parse(Json.read(json));
    }
}
