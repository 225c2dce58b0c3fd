package org.mdmhub.organisation;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose masters a transaction can see. Set around transactions, never inside one: row-level security reads it at the
 * begin. Without a scope a transaction sees no masters at all.
 */
public final class Scope {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Scope() {}

    /** Runs {@code work} as a part of the hub that must see everything: matching, uniqueness, ledger, couriers. */
    public static <T> T system(String name, Supplier<T> work) {
        return within("system:" + name, work);
    }

    public static void system(String name, Runnable work) {
        system(name, () -> {
            work.run();
            return true;
        });
    }

    /** Runs {@code work} seeing the masters of these organisations only. */
    public static <T> T of(Collection<Integer> units, Supplier<T> work) {
        return within(units.stream().map(String::valueOf).collect(Collectors.joining(",")), work);
    }

    public static <T> T of(Actor actor, Supplier<T> work) {
        return of(actor.units(), work);
    }

    private static <T> T within(String scope, Supplier<T> work) {
        String outer = CURRENT.get();
        if (!scope.equals(outer) && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the scope cannot change inside a transaction: " + outer + " to " + scope);
        }
        CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    static String current() {
        String scope = CURRENT.get();
        return scope == null ? "" : scope;
    }
}
