package org.mdmhub.request;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

/** One approval that a request needs: by somebody who holds one of the roles in the owning organisation. */
public record Step(int step, List<Role> roles) {

    boolean admits(Actor actor, int unit) {
        return roles.stream().anyMatch(role -> actor.holds(role, unit));
    }
}
