package org.mdmhub.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OncePerTransactionTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final OncePerTransaction<String, Integer> read = new OncePerTransaction<>();

    private int get(String key) {
        return read.get(key, asked -> reads.incrementAndGet());
    }

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        all.forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
    }

    @Test
    void within_a_transaction_each_key_is_read_once() {
        assertThat(List.of(get("a"), get("b"), get("a"), get("b"))).containsExactly(1, 2, 1, 2);
    }

    @Test
    void the_next_transaction_reads_again() {
        get("a");
        end();
        begin();
        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void a_transaction_within_another_reads_for_itself() {
        get("a");
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::suspend);
        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void what_was_written_meanwhile_is_read_again() {
        get("a");
        read.forget();
        assertThat(List.of(get("a"), get("a"))).containsExactly(2, 2);
    }

    @Test
    void outside_a_transaction_every_call_reads() {
        end();
        assertThat(List.of(get("a"), get("a"))).containsExactly(1, 2);
        begin();
    }
}
