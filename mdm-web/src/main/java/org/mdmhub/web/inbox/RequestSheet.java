package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.CandidateViews;
import org.mdmhub.web.api.WholeViews;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.PolicyWords;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.match.Waterfall;

/**
 * One request as the right half of the inbox shows it.
 *
 * @param version of the request; a decision is bound to it
 * @param standing what the reader can do: decide, fourEyes, othersStep, author, closed
 * @param block the block to add or take away, nothing for other kinds
 * @param wholes what a new one may belong to
 * @param nextRoles roles that the present step waits for, empty where it waits for nobody
 * @param policies those that it meets now, and why
 * @param nobody steps for which nobody is left, in words
 * @param giving who else could decide
 * @param moved labels of the fields that have changed under it
 * @param careful whether it is worth a second thought: money, tax, a further step, an error, something the same
 * @param mayWithdraw whether the reader asked for it and can still take it back
 * @param written whether there is a form in which its author writes on it
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
        List<WholeViews.View> wholes,
        List<StepLine> steps,
        List<DecisionLine> decisions,
        String standing,
        String nextRoles,
        List<PolicyWords.Line> policies,
        List<String> nobody,
        Giving giving,
        List<String> moved,
        boolean careful,
        boolean mayWithdraw,
        boolean written) {

    private static final int LOOKS = 3;

    /**
     * Who else could decide.
     *
     * @param steps numbers of the steps that wait
     * @param people to whom the reader may give one; empty where he may not
     * @param insteadOf name of the one for whom the reader decides, empty where for himself
     * @param told steps that were given away, in words
     */
    record Giving(List<Integer> steps, List<FormField.Option> people, String insteadOf, List<String> told) {}

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
     * @param fall how the score comes about, null where it is masked
     */
    record Look(
            CandidateViews.View view,
            @Nullable Long percent,
            @Nullable Waterfall fall) {

        /** Whether it stops the last approval unless it is declared another thing. */
        public boolean same() {
            return view.outcome().equals("MATCH");
        }
    }

    /** A step of the approval; {@code by} is null while nobody took it. */
    record StepLine(int step, String roles, @Nullable String by, String at) {}

    /** Somebody's word; {@code insteadOf} is empty where he decided for himself, {@code carried} counts from an earlier round. */
    record DecisionLine(
            String verdict,
            String by,
            String insteadOf,
            boolean carried,
            String at,
            @Nullable String comment,
            List<String> fields) {}

    /** What is not shown at once: beyond the first few, unless it stops the approval. */
    public List<Look> furtherLooks() {
        return candidates.stream().skip(LOOKS).filter(look -> !look.same()).toList();
    }

    /** Whether nothing more can come of it. */
    public boolean isClosed() {
        return standing.equals("closed") && !status.equals("SCHEDULED");
    }

    /** How many steps are taken; the next one stands behind them. */
    public long stepsTaken() {
        return steps.stream().filter(step -> step.by() != null).count();
    }
}
