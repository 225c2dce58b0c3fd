package org.mdmhub.mother;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Role;
import org.springframework.boot.test.context.TestComponent;

/** People that a test has made known. */
@TestComponent
public class Staff implements People {

    private final Map<String, Actor> known = new ConcurrentHashMap<>();

    public Actor knows(Actor actor) {
        known.put(actor.login(), actor);
        return actor;
    }

    public void forgets(Actor actor) {
        known.remove(actor.login());
    }

    @Override
    public Optional<Actor> find(String login) {
        return Optional.ofNullable(known.get(login));
    }

    @Override
    public List<Actor> among(Set<Role> roles, Set<String> logins) {
        return known.values().stream()
                .filter(one -> logins.contains(one.login())
                        || one.roles().keySet().stream().anyMatch(roles::contains))
                .toList();
    }
}
