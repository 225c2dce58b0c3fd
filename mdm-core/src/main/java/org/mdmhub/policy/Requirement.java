package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;

/**
 * One approval that a policy asks for.
 *
 * @param stage seats of one stage stand side by side, the next stage opens when all of them are done
 * @param roles any of these in the owning organisation may take it, in the order of the roles
 * @param people or these, by login, in alphabetical order
 * @param needed by so many different people; 0 by every one of {@code people}
 * @param dueHours working hours until it is late, null for never
 * @param escalate roles that may take it too once it is late
 */
public record Requirement(
        int stage,
        List<Role> roles,
        List<String> people,
        int needed,
        @Nullable Integer dueHours,
        List<Role> escalate) {

    static final Comparator<Requirement> ORDER = Comparator.comparingInt(Requirement::stage)
            .thenComparing(seat -> seat.roles().toString())
            .thenComparing(seat -> seat.people().toString());

    public Requirement {
        roles = sorted(roles);
        people = sorted(people);
        escalate = sorted(escalate);
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return List.copyOf(new TreeSet<>(values));
    }

    /** Whether it is the same seat: at the same time by the same people. */
    boolean same(Requirement other) {
        return stage == other.stage && roles.equals(other.roles) && people.equals(other.people);
    }

    /** What both want of the same seat: the more people, the sooner. */
    Requirement and(Requirement other) {
        List<Role> both = new ArrayList<>(escalate);
        both.addAll(other.escalate);
        Integer due = Stream.of(dueHours, other.dueHours)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
        return new Requirement(
                stage, roles, people, all() || other.all() ? 0 : Math.max(needed, other.needed), due, both);
    }

    private boolean all() {
        return needed == 0;
    }

    /** How many different people it takes. */
    int count() {
        return all() ? people.size() : needed;
    }
}
