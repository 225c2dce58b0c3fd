package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Are there people enough to decide? Without a package that knows people nothing is said. */
@Component
public class Sufficiency {

    private final @Nullable People people;
    private final Organisations organisations;

    Sufficiency(ObjectProvider<People> people, Organisations organisations) {
        this.people = people.getIfAvailable();
        this.organisations = organisations;
    }

    /** Says where in its organisations a seat of the policy could be taken by nobody, or by one person only. */
    void check(Policy policy, List<Finding> findings) {
        if (people == null) {
            return;
        }
        List<OrgUnit> units = organisations.all().stream()
                .filter(unit -> policy.orgUnits().isEmpty()
                        || policy.orgUnits().stream().anyMatch(organisations.upwards(unit.code())::contains))
                .toList();
        for (int i = 0; i < policy.steps().size(); i++) {
            check(policy.steps().get(i), i, units, people, findings);
        }
    }

    private static void check(
            Requirement seat, int number, List<OrgUnit> units, People people, List<Finding> findings) {
        String pointer = "/fields/steps/" + number;
        List<Actor> found = people.among(Set.copyOf(seat.roles()), Set.copyOf(seat.people()));
        Set<String> logins = found.stream().map(Actor::login).collect(Collectors.toSet());
        for (int i = 0; i < seat.people().size(); i++) {
            if (!logins.contains(seat.people().get(i))) {
                String at = pointer + "/people/" + i;
                findings.add(Finding.error(at, "policyPerson", seat.people().get(i)));
            }
        }
        Set<String> nobody = new TreeSet<>();
        Set<String> scarce = new TreeSet<>();
        for (OrgUnit unit : units) {
            int there = able(found, seat.roles(), seat.people(), unit.id()).size();
            if (there < seat.count()) {
                nobody.add(unit.code());
            } else if (there == seat.count()) {
                scarce.add(unit.code());
            }
        }
        if (!nobody.isEmpty()) {
            findings.add(Finding.error(pointer, "policyNobody", some(nobody)));
        }
        if (!scarce.isEmpty()) {
            findings.add(Finding.warning(pointer, "policyScarce", some(scarce)));
        }
    }

    private static String some(Set<String> codes) {
        String first = codes.stream().limit(5).collect(Collectors.joining(", "));
        return codes.size() > 5 ? first + " …" : first;
    }

    /** Of these people those who may take such a seat in an organisation. */
    private static Set<String> able(Collection<Actor> found, List<Role> roles, List<String> named, int unit) {
        return found.stream()
                .filter(one -> roles.stream().anyMatch(role -> one.holds(role, unit))
                        || (named.contains(one.login())
                                && one.unitsWith(Right.DECIDE).contains(unit)))
                .map(Actor::login)
                .collect(Collectors.toSet());
    }

    /**
     * Of the steps that are still to be decided those for which there is nobody left, when nobody takes two of them.
     *
     * @param unit number of the owning organisation
     * @param out who may not decide: who wrote into the request or has decided already
     * @param given how many have already approved each step, by its number
     */
    public List<Step> lacking(List<Step> open, int unit, Set<String> out, Map<Integer, Integer> given) {
        if (people == null || open.isEmpty()) {
            return List.of();
        }
        Set<Role> roles = open.stream().flatMap(step -> step.roles().stream()).collect(Collectors.toSet());
        Set<String> named =
                open.stream().flatMap(step -> step.people().stream()).collect(Collectors.toSet());
        List<Actor> found = people.among(roles, named);
        Seating seating = new Seating();
        List<Step> lacking = new ArrayList<>();
        for (Step step : open) {
            Set<String> able = new LinkedHashSet<>(able(found, step.roles(), step.people(), unit));
            able.removeAll(out);
            int wanted = (step.needed() == 0 ? step.people().size() : step.needed())
                    - Objects.requireNonNullElse(given.get(step.step()), 0);
            if (!Stream.generate(() -> seating.place(able))
                    .limit(Math.max(wanted, 0))
                    .allMatch(placed -> placed)) {
                lacking.add(step);
            }
        }
        return lacking;
    }

    /** Seats people so that nobody takes two: whoever sits moves on where he can take another one. */
    static final class Seating {

        private final List<Set<String>> seats = new ArrayList<>();
        private final java.util.LinkedHashMap<String, Integer> sits = new java.util.LinkedHashMap<>();

        /** Whether one more seat for these people can be filled. */
        boolean place(Set<String> able) {
            seats.add(able);
            boolean placed = find(seats.size() - 1, new HashSet<>());
            if (!placed) {
                seats.remove(seats.size() - 1);
            }
            return placed;
        }

        private boolean find(int seat, Set<String> asked) {
            for (String one : seats.get(seat)) {
                if (asked.add(one)) {
                    Integer present = sits.get(one);
                    if (present == null || find(present, asked)) {
                        sits.put(one, seat);
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
