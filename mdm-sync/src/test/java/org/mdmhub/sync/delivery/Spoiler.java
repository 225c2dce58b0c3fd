package org.mdmhub.sync.delivery;

import org.mdmhub.record.RecordWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the approvals of one thread fail after the record was written. */
@Component
class Spoiler {

    private final ThreadLocal<Boolean> spoils = ThreadLocal.withInitial(() -> false);

    @EventListener
    void spoil(RecordWritten written) {
        if (spoils.get()) {
            throw new IllegalStateException("spoilt");
        }
    }

    void during(Runnable work) {
        spoils.set(true);
        try {
            work.run();
        } finally {
            spoils.remove();
        }
    }
}
