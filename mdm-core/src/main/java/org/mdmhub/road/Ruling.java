package org.mdmhub.road;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Verdict;

/**
 * One of many decisions that somebody takes at once.
 *
 * @param version of the request as it was on the page; of another one nothing is decided
 * @param noted gets what the request then is, inside the transaction of the decision: whoever notes it notes only effects
 */
public record Ruling(
        UUID id, int version, Verdict verdict, @Nullable String comment, Consumer<ChangeStatus> noted) {}
