package org.mdmhub.road;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Scope;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The road's one transaction, repeated whole where the database says that it met another one. */
@Component
class RoadTransaction {

    private static final int REPEATS = 3;
    private static final long PAUSE_NANOS = 20_000_000;
    // deadlock, serialisation failure, unique violation
    private static final Set<String> MET_ANOTHER = Set.of("40P01", "40001", "23505");

    private final TransactionTemplate transactions;
    private final TransactionTemplate reading;

    RoadTransaction(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /** Runs {@code work}, which declares its change reason, as one transaction in the hub's own scope. */
    <T> T write(Supplier<T> work) {
        for (int repeat = 0; ; repeat++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (repeat == REPEATS || !metAnother(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS << repeat));
            }
        }
    }

    /** Reads in the hub's own scope; the caller shows only what his reader may see. */
    <T> T read(Supplier<T> work) {
        return Scope.system("road", () -> result(reading.execute(status -> work.get())));
    }

    private <T> T once(Supplier<T> work) {
        return ChangeReason.declaredWithin(() ->
                Scope.system("road", () -> result(transactions.execute(status -> work.get()))));
    }

    private static <T> T result(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the road's work has a result");
        }
        return value;
    }

    private static boolean metAnother(RuntimeException failure) {
        if (failure instanceof PessimisticLockingFailureException) {
            return true;
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root instanceof SQLException sql && MET_ANOTHER.contains(String.valueOf(sql.getSQLState()));
    }
}
