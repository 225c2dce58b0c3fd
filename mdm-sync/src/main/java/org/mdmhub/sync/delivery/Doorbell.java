package org.mdmhub.sync.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the couriers of this node at once; those of others find the lane when they look again. */
@Component
class Doorbell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until somebody rings, or so long. */
    void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long heard = rings;
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (rings == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
