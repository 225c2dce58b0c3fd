package org.mdmhub.request;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mdmhub.organisation.Role;
import org.springframework.stereotype.Component;

/** The policy as the rows of a table. */
@Component
class TablePolicies implements Policies {

    private final EntityManager entities;

    TablePolicies(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Step> steps(PolicyCase change) {
        TreeMap<Integer, Set<Role>> stages = new TreeMap<>();
        entities.createQuery("from ApprovalPolicy", ApprovalPolicy.class).getResultList().stream()
                .filter(row -> row.meets(change.type(), change.changes()))
                .forEach(row -> stages.computeIfAbsent(row.step(), stage -> EnumSet.noneOf(Role.class))
                        .addAll(row.roles()));
        List<Step> steps = new ArrayList<>();
        stages.values().forEach(roles -> steps.add(Step.of(steps.size() + 1, List.copyOf(roles))));
        return steps;
    }
}
