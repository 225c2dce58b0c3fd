package org.mdmhub.sync.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a sandbox whose starter has been dead for ten minutes in which nobody asked for anything. */
final class Orphan {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOOK_SECONDS = 30;

    private final Parent parent;
    private final Supplier<Duration> idle;
    private @Nullable Instant deadSince;

    /** Whether whoever started us lives. */
    interface Parent {
        boolean alive();
    }

    Orphan(Parent parent, Supplier<Duration> idle) {
        this.parent = parent;
        this.idle = idle;
    }

    static void watch(long pid, Sandbox sandbox, Runnable end) {
        Orphan orphan = new Orphan(process(pid), sandbox::idle);
        Runnable look = () -> {
            if (orphan.isOverdue(Instant.now())) {
                end.run();
            }
        };
        var unused = Executors.newSingleThreadScheduledExecutor(Orphan::daemon)
                .scheduleWithFixedDelay(look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static Parent process(long pid) {
        var handle = ProcessHandle.of(pid);
        return () -> handle.map(ProcessHandle::isAlive).orElse(false);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "orphan");
        thread.setDaemon(true);
        return thread;
    }

    boolean isOverdue(Instant now) {
        if (parent.alive()) {
            deadSince = null;
            return false;
        }
        if (deadSince == null) {
            deadSince = now;
        }
        return Duration.between(deadSince, now).compareTo(PATIENCE) >= 0
                && idle.get().compareTo(PATIENCE) >= 0;
    }
}
