package org.mdmhub.sync.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Bring what is owed to the targets, some couriers a target, so that a slow one does not keep the others waiting. */
@Component
class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final double PROBE_SECONDS = 5;

    private final Targets targets;
    private final Lanes lanes;
    private final Delivery delivery;
    private final Doorbell doorbell;
    private final int perTarget;
    private final Map<String, List<Thread>> workers = new HashMap<>();
    private volatile boolean running;

    Couriers(
            Targets targets,
            Lanes lanes,
            Delivery delivery,
            Doorbell doorbell,
            @Value("${mdm.couriers-per-target:4}") int perTarget) {
        this.targets = targets;
        this.lanes = lanes;
        this.delivery = delivery;
        this.doorbell = doorbell;
        this.perTarget = perTarget;
    }

    @Override
    public synchronized void start() {
        running = true;
        begin("dispatcher", "dispatcher", this::dispatch);
    }

    @Override
    public void stop() {
        running = false;
        List<Thread> all = new ArrayList<>();
        synchronized (this) {
            workers.values().forEach(all::addAll);
            workers.clear();
        }
        doorbell.ring();
        for (Thread thread : all) {
            try {
                // a call that has begun is worth waiting for; its lease outlives us if it is not
                thread.join(2000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void begin(String group, String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        workers.computeIfAbsent(group, key -> new ArrayList<>()).add(thread);
        thread.start();
    }

    /** Gives each target its couriers. */
    private void dispatch() {
        while (running) {
            safely(() -> targets.all().forEach(target -> hire(target.name())));
            pause();
        }
    }

    private synchronized void hire(String target) {
        if (running && !workers.containsKey(target)) {
            for (int i = 1; i <= perTarget; i++) {
                begin(target, "courier-" + target + "-" + i, () -> work(target));
            }
        }
    }

    /** One of the target's own couriers asks whether it serves again; a slow one keeps no other target waiting. */
    private void probe(Target target) {
        boolean open = target.circuitOpenUntil() != null && !target.paused();
        if (open && targets.takeProbe(target.name(), PROBE_SECONDS)) {
            Outcome outcome = delivery.connector(target).probe(targets.connect(target));
            if (outcome instanceof Outcome.Accepted) {
                log.info("target {} serves again", target.name());
                targets.close(target.name());
                doorbell.ring();
            } else if (outcome instanceof Outcome.Unauthorized refused) {
                delivery.stop(target, refused, refused.why());
            }
        }
    }

    private void work(String name) {
        while (running) {
            boolean[] found = {false};
            safely(() -> {
                Target target = targets.find(name).orElseThrow();
                probe(target);
                Optional<Lane> lane = target.served() ? lanes.claim(name) : Optional.empty();
                lane.ifPresent(claimed -> delivery.deliver(target, claimed));
                found[0] = lane.isPresent();
            });
            if (!found[0]) {
                pause();
            }
        }
    }

    /** A courier outlives whatever goes wrong on one way; what it had claimed comes back when the lease ends. */
    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (running) {
                log.error("a courier met a failure of the hub", e);
            }
        }
    }

    private void pause() {
        try {
            doorbell.await(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
