package org.mdmhub.sync.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one thread says to a target and hears from it. Bound to the thread, so that a connector need not know
 * whether somebody listens. What it keeps is raw: whoever stores it masks it first.
 */
public final class Recorder {

    private static final int MOST = 12;
    private static final ThreadLocal<@Nullable Recorder> LISTENING = new ThreadLocal<>();

    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    /** Listens while the work is done. */
    public <T> T during(Supplier<T> work) {
        Recorder outer = LISTENING.get();
        LISTENING.set(this);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                LISTENING.remove();
            } else {
                LISTENING.set(outer);
            }
        }
    }

    /** Tells whoever listens on this thread; the exchange is made only where somebody does. */
    public static void note(Supplier<Exchange> exchange) {
        Recorder listening = LISTENING.get();
        if (listening != null) {
            listening.add(exchange.get());
        }
    }

    private void add(Exchange exchange) {
        exchanges.addLast(exchange);
        if (exchanges.size() > MOST) {
            exchanges.removeFirst();
        }
    }

    /** The last twelve, the oldest first. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
