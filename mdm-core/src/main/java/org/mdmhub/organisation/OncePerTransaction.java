package org.mdmhub.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers until the transaction ends what was read in it, so that small tables that are asked for again and again are
 * read once. Nothing outlives its transaction; outside one, every call reads.
 *
 * @param <K> what is asked for
 * @param <V> what was read; whoever gets it does not change it
 */
public final class OncePerTransaction<K, V> {

    public V get(K key, Function<K, V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        Map<K, V> kept = kept();
        V value = kept.get(key);
        if (value == null) {
            value = read.apply(key);
            kept.put(key, value);
        }
        return value;
    }

    /** What was read is no longer so: the transaction itself has written. */
    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> kept() {
        @Nullable Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<K, V>) bound;
        }
        Map<K, V> kept = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, kept);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                forget();
            }

            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
        return kept;
    }
}
