package org.mdmhub.mother;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

/** People, each with a login of his own. */
public final class ActorMother {

    private ActorMother() {}

    public static Actor actor(Role role, Integer... units) {
        return actor(role, Set.of(units));
    }

    public static Actor actor(Role role, Collection<Integer> units) {
        String login = role.name().toLowerCase(Locale.ROOT) + "-" + NameMother.number();
        return new Actor(login, Map.of(role, Set.copyOf(units)));
    }

    /** The same person with other rights, as somebody who was promoted. */
    public static Actor as(Actor person, Role role, Collection<Integer> units) {
        return new Actor(person.login(), Map.of(role, Set.copyOf(units)));
    }
}
