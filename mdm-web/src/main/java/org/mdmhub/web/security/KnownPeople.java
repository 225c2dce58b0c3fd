package org.mdmhub.web.security;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may come in, for the domain. */
@Component
class KnownPeople implements People {

    private final EntityManager entities;
    private final Accounts accounts;
    private final Organisations organisations;

    KnownPeople(EntityManager entities, Accounts accounts, Organisations organisations) {
        this.entities = entities;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> find(String login) {
        return accounts.actor(login, null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Actor> among(Set<Role> roles, Set<String> logins) {
        Set<String> found = new HashSet<>(logins);
        if (!roles.isEmpty()) {
            found.addAll(entities.createQuery("select login from Holding where role in :roles", String.class)
                    .setParameter("roles", roles)
                    .getResultList());
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Map<Role, Set<Integer>>> held = new TreeMap<>();
        entities.createQuery("select login from Account where login in :logins and not disabled", String.class)
                .setParameter("logins", found)
                .getResultList()
                .forEach(login -> held.put(login, new EnumMap<>(Role.class)));
        entities.createQuery("from Holding where login in :logins", Holding.class)
                .setParameter("logins", found)
                .getResultList()
                .forEach(holding -> {
                    Map<Role, Set<Integer>> his = held.get(holding.login());
                    if (his != null) {
                        his.computeIfAbsent(holding.role(), role -> new HashSet<>())
                                .addAll(organisations.below(List.of(holding.orgUnitId())));
                    }
                });
        List<Actor> people = new ArrayList<>();
        held.forEach((login, his) -> people.add(new Actor(login, his)));
        return people;
    }
}
