package org.mdmhub.organisation;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts: his login and the organisations in which he holds each role, the tree already walked down.
 *
 * @param login lower case
 * @param roles role to numbers of organisations
 * @param lent the rights that a token lends of his own; null where he acts himself
 */
public record Actor(
        String login,
        Map<Role, Set<Integer>> roles,
        @Nullable Set<Right> lent) {

    /** Somebody who acts himself, with all his rights. */
    public Actor(String login, Map<Role, Set<Integer>> roles) {
        this(login, roles, null);
    }

    public boolean holds(Role role, int unit) {
        return roles.getOrDefault(role, Set.of()).contains(unit);
    }

    /** Organisations whose masters he may see. */
    public Set<Integer> units() {
        Set<Integer> units = new LinkedHashSet<>();
        roles.forEach((role, held) -> {
            if (role.seesMasters()) {
                units.addAll(held);
            }
        });
        return units;
    }

    /** Organisations for which he may ask. */
    public Set<Integer> asksFor() {
        return unitsWith(Right.ASK);
    }

    /** Organisations in which one of his roles has this right. */
    public Set<Integer> unitsWith(Right right) {
        Set<Integer> units = new LinkedHashSet<>();
        roles.forEach((role, held) -> {
            if (role.rights().contains(right)) {
                units.addAll(held);
            }
        });
        return units;
    }

    public Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.keySet().forEach(role -> rights.addAll(role.rights()));
        if (lent != null) {
            rights.retainAll(lent);
        }
        return rights;
    }

    public boolean may(Right right) {
        return rights().contains(right);
    }
}
