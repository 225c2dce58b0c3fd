package org.mdmhub.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a transaction writes. Set around it by whoever leads the change; a write to anything audited without one is
 * refused.
 *
 * @param who login that asked
 * @param approvedBy logins that decided, in order
 * @param why the reason as written, never empty
 * @param kind kind of the change request, null where there is none
 * @param requestId the change request, null where there is none
 * @param mergeId the merge that is made or taken back, null for other changes
 */
public record ChangeReason(
        String who,
        List<String> approvedBy,
        String why,
        Cause cause,
        @Nullable String kind,
        @Nullable UUID requestId,
        @Nullable UUID mergeId) {

    public ChangeReason(
            String who,
            List<String> approvedBy,
            String why,
            Cause cause,
            @Nullable String kind,
            @Nullable UUID requestId) {
        this(who, approvedBy, why, cause, kind, requestId, null);
    }

    /** The same, of a merge or its taking back. */
    public ChangeReason merging(UUID merge) {
        return new ChangeReason(who, approvedBy, why, cause, kind, requestId, merge);
    }

    /** What kind of door a change came by. */
    public enum Cause {
        REQUEST,
        IMPORT,
        MASS_TASK,
        ADMINISTRATION,
        SET_UP
    }

    // the audit library calls its listener without a way to hand anything in
    private static final ThreadLocal<@Nullable ChangeReason> CURRENT = new ThreadLocal<>();

    public static ChangeReason administration(String who, String why) {
        return new ChangeReason(who, List.of(), why, Cause.ADMINISTRATION, null, null);
    }

    public static ChangeReason setUp(String why) {
        return new ChangeReason("system", List.of(), why, Cause.SET_UP, null, null);
    }

    /** Runs {@code work}, transactions in it included, for this reason. */
    public <T> T during(Supplier<T> work) {
        ChangeReason outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    private static void restore(@Nullable ChangeReason outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /**
     * Runs {@code work}, in which {@link #declare} names the reason once it is known: before the first write, after the
     * request was read in the same transaction.
     */
    public static <T> T declaredWithin(Supplier<T> work) {
        ChangeReason outer = CURRENT.get();
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    /** From here on this is the reason, until the enclosing {@link #declaredWithin} or {@code during} ends. */
    public void declare() {
        CURRENT.set(this);
    }

    public void during(Runnable work) {
        during(() -> {
            work.run();
            return true;
        });
    }

    /** Login of who asked for the change that is being made; empty where none is. */
    public static Optional<String> author() {
        ChangeReason now = CURRENT.get();
        return now == null ? Optional.empty() : Optional.of(now.who());
    }

    static @Nullable ChangeReason current() {
        return CURRENT.get();
    }
}
