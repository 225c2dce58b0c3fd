package org.mdmhub.web.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One read-only transaction that sees what its reader may see. */
@Component
public class Reading {

    private final TransactionTemplate reading;

    Reading(PlatformTransactionManager manager) {
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    public <T> T as(Actor reader, Supplier<T> work) {
        return Scope.of(reader, () -> Objects.requireNonNull(reading.execute(status -> work.get())));
    }

    /** In the hub's own scope, for what is then masked for its reader. */
    public <T> T asHub(String part, Supplier<T> work) {
        return Scope.system(part, () -> Objects.requireNonNull(reading.execute(status -> work.get())));
    }
}
