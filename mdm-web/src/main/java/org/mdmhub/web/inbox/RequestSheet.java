package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.CandidateViews;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;

/**
 * One request as the right half of the inbox shows it.
 *
 * @param version of the request; a decision is bound to it
 * @param standing what the reader can do: decide, fourEyes, othersStep, author, closed
 * @param block the block to add or take away, nothing for other kinds
 * @param nextRoles roles that the present step waits for, empty where it waits for nobody
 * @param moved labels of the fields that have changed under it
 */
record RequestSheet(
        UUID id,
        int version,
        String number,
        String type,
        String kind,
        String status,
        @Nullable String code,
        @Nullable String name,
        String organisation,
        String who,
        String age,
        String since,
        String reasonCode,
        @Nullable String reason,
        String effectiveFrom,
        Shown block,
        List<Values.Change> changes,
        List<Said> findings,
        List<Look> candidates,
        List<StepLine> steps,
        List<DecisionLine> decisions,
        String standing,
        String nextRoles,
        List<String> moved) {

    /** A finding in words. */
    record Said(
            boolean stops,
            String place,
            String text,
            @Nullable String suggestion) {}

    /**
     * Something that looks the same.
     *
     * @param percent match score, null where it is masked
     * @param agree labels of what agrees
     * @param differ labels of what does not
     */
    record Look(CandidateViews.View view, @Nullable Long percent, String agree, String differ) {

        /** Whether it stops the last approval unless it is declared another thing. */
        public boolean same() {
            return view.outcome().equals("MATCH");
        }
    }

    /** A step of the approval; {@code by} is null while nobody took it. */
    record StepLine(int step, String roles, @Nullable String by, String at) {}

    /** Somebody's word. */
    record DecisionLine(
            String verdict, String by, String at, @Nullable String comment, List<String> fields) {}

    /** Those that stand for a record and so can be declared another thing. */
    public List<Look> sameRecords() {
        return candidates.stream()
                .filter(look -> look.same() && look.view().code() != null)
                .toList();
    }
}
