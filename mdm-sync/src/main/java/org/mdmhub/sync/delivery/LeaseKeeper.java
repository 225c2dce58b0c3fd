package org.mdmhub.sync.delivery;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Renews the lease of a lane while its courier waits for a slow target; a hub that died renews nothing. */
@Component
class LeaseKeeper implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int EVERY_SECONDS = 10;

    private final Lanes lanes;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lease-keeper");
        thread.setDaemon(true);
        return thread;
    });

    LeaseKeeper(Lanes lanes) {
        this.lanes = lanes;
    }

    <T> T holding(Lane lane, Supplier<T> work) {
        Future<?> renewals =
                clock.scheduleAtFixedRate(() -> renew(lane), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            renewals.cancel(false);
        }
    }

    private void renew(Lane lane) {
        try {
            lanes.renew(lane);
        } catch (RuntimeException e) {
            log.warn("the lease of lane {} could not be renewed", lane.id(), e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
