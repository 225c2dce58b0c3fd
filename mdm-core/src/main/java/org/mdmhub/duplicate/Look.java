package org.mdmhub.duplicate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchOutcome;

/**
 * An open pair as the queue reads it.
 *
 * @param first number of the one record, {@code second} of the other
 * @param score a probability between 0 and 1
 * @param prior bits with which the comparison began
 * @param worth the higher credit limit of the two, 0 where there is none
 */
public record Look(
        UUID id,
        String type,
        long first,
        long second,
        double score,
        MatchOutcome outcome,
        List<Evidence> evidence,
        double prior,
        BigDecimal worth) {

    /** The order of the queue that begins with the surest. */
    static final Comparator<Look> BEST = Comparator.comparing(
                    (Look look) -> look.outcome().name())
            .thenComparing(look -> -look.score())
            .thenComparing(look -> look.id().toString());

    /** The order that begins with the dearest. */
    static final Comparator<Look> DEAREST =
            Comparator.comparing(Look::worth).reversed().thenComparing(BEST);

    /** Numbers of both records. */
    public Stream<Long> members() {
        return Stream.of(first, second);
    }
}
