package org.mdmhub.request;

import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

/** One way to be allowed a step that waits: a role in the owning organisation, or a login; the other one is null. */
public record Seat(int step, @Nullable Role role, @Nullable String login) {

    boolean admits(Actor actor, int unit) {
        return role == null ? actor.login().equals(login) : actor.holds(role, unit);
    }
}
