package org.mdmhub.request;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Approvals of the round before that count again when a request is submitted anew. One does exactly where
 *
 * <ul>
 *   <li>its step is asked for again: the same stage, roles, people and policies;
 *   <li>all of these policies keep decisions, and none of them looked at anything that was edited since: a policy that
 *       names fields, groups, values or limits looks at those, any other one at everything;
 *   <li>whoever gave it, and for whom, has not written into the request since and could still take the step.
 * </ul>
 *
 * A return or rejection never counts again. The new row names the old one, and the database asks it the same questions
 * as any other decision.
 */
@Component
class CarryOver {

    private final ChangeRequests requests;
    private final Policies policies;
    private final @Nullable People people;

    CarryOver(ChangeRequests requests, Policies policies, ObjectProvider<People> people) {
        this.requests = requests;
        this.policies = policies;
        this.people = people.getIfAvailable();
    }

    /**
     * @param before the steps of the round before
     * @param given its approvals
     * @param edited what was edited since
     */
    void over(ChangeRequest request, List<Step> before, List<Decision> given, Set<String> edited, Instant now) {
        if (request.subject() != null) {
            return;
        }
        Set<String> authors = requests.authors(request.id());
        for (Decision decision : given) {
            Step old = before.stream()
                    .filter(step -> step.step() == decision.step())
                    .findFirst()
                    .orElse(null);
            Step again = old == null
                    ? null
                    : request.steps().stream()
                            .filter(step ->
                                    step.asksTheSame(old) && step.policy().equals(old.policy()))
                            .findFirst()
                            .orElse(null);
            if (again != null
                    && authors.stream().noneMatch(decision::involves)
                    && policies.keeps(again, request.type(), edited)
                    && stillSits(decision.voice(), again, request.ownerUnitId())) {
                requests.add(decision.carried(request, again.step(), now));
            }
        }
        requests.flush();
    }

    private boolean stillSits(String login, Step step, int unit) {
        Actor actor = people == null ? null : people.find(login).orElse(null);
        return actor != null && step.seats().anyMatch(seat -> seat.admits(actor, unit));
    }
}
