package org.mdmhub.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

/** One approval that a request needs: by somebody who holds one of the roles in the owning organisation. */
public record Step(
        int step,
        int stage,
        List<Role> roles,
        List<String> people,
        int needed,
        @Nullable Integer dueHours,
        List<Role> escalate,
        String policy) {

    Step(int step, List<Role> roles) {
        this(step, step, roles, List.of(), 1, null, List.of(), "");
    }

    boolean admits(Actor actor, int unit) {
        return roles.stream().anyMatch(role -> actor.holds(role, unit));
    }
}
