package org.mdmhub.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does this node's share of the long work, one job at a time, so that people at the screens do not feel it; jobs take turns,
 * so that nobody waits for hours for another's.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final long LOOK_AGAIN_MILLIS = 2000;
    private static final long STOP_MILLIS = 5000;
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long RENEW_MILLIS = Jobs.LEASE_SECONDS * 1000L / 3;

    private final Jobs jobs;
    private final Map<String, Work> kinds;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicReference<@Nullable Job> current = new AtomicReference<>();
    private volatile boolean running;
    private @Nullable Thread worker;

    JobRunner(Jobs jobs, List<Work> kinds) {
        this.jobs = jobs;
        this.kinds = kinds.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void asked(Jobs.Asked asked) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        worker = begin("hub-jobs", this::work);
        begin("hub-jobs-lease", this::keepLease);
    }

    private static Thread begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A batch that takes long on a busy machine stays this node's as long as the node lives. */
    private void keepLease() {
        try {
            while (running) {
                Thread.sleep(RENEW_MILLIS);
                Job job = current.get();
                if (job != null) {
                    renew(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Job job) {
        try {
            jobs.renew(job);
        } catch (RuntimeException e) {
            log.warn("the lease of {} of {} could not be renewed", job.kind(), job.subject(), e);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        Thread thread = worker;
        if (thread != null) {
            try {
                // what it has begun goes on elsewhere when its lease ends
                thread.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                Job job = jobs.claim().orElse(null);
                if (job == null) {
                    rest();
                } else {
                    run(job);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    log.error("long work met a failure of the hub; it is tried again", e);
                    pause();
                }
            }
        }
    }

    private void rest() throws InterruptedException {
        if (bell.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void pause() {
        try {
            rest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Job claimed) {
        Work work = kinds.get(claimed.kind());
        if (work == null) {
            jobs.fail(claimed, "nobody does " + claimed.kind());
            return;
        }
        Job job = claimed;
        long begun = System.nanoTime();
        try {
            while (running && job.state() == Job.State.RUNNING && job.epoch() == claimed.epoch()) {
                current.set(job);
                work.step(job);
                job = jobs.find(job.id()).orElseThrow();
                if (System.nanoTime() - begun > TURN_NANOS && jobs.giveWay(job)) {
                    return;
                }
            }
        } catch (TransientDataAccessException | CannotCreateTransactionException e) {
            // its lease runs out, and whoever takes it then goes on where it stood
            log.warn("{} of {} met others at work and is taken up again", job.kind(), job.subject(), e);
            return;
        } catch (RuntimeException e) {
            log.error("{} of {} failed", job.kind(), job.subject(), e);
            if (jobs.fail(job, String.valueOf(e.getMessage()))) {
                work.abandoned(job);
            }
            return;
        } finally {
            current.set(null);
        }
        if (job.state() == Job.State.CANCELLED) {
            work.abandoned(job);
        }
    }
}
