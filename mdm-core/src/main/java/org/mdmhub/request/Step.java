package org.mdmhub.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;

/**
 * One approval that a request needs. Steps of one stage stand side by side; the next stage opens when all of them are
 * taken.
 *
 * @param step its number in the request, from 1; each decision carries it
 * @param stage from 1
 * @param roles who holds one of them in the owning organisation may take it
 * @param people logins of those who may take it too
 * @param needed how many different people must approve; 0 is every one of {@code people}
 * @param dueHours working hours until it is late, null where it never is
 * @param escalate roles that may take it too once it is late
 * @param policy key of the policy that asks for it, empty where none does
 */
public record Step(
        int step,
        int stage,
        List<Role> roles,
        List<String> people,
        int needed,
        @Nullable Integer dueHours,
        List<Role> escalate,
        String policy) {

    /** By one person who holds one of these roles, behind all steps before it. */
    public static Step of(int step, List<Role> roles) {
        return new Step(step, step, roles, List.of(), 1, null, List.of(), "");
    }

    /** How many people must approve, at least one. */
    public int approvalsNeeded() {
        return Math.max(1, needed == 0 ? people.size() : needed);
    }

    /** Whether these approvals of the present round are enough for it. */
    public boolean isTaken(List<Decision> approvals) {
        return takenBy(approvals).size() >= approvalsNeeded();
    }

    /** Who approved it, himself or through a substitute. */
    public Set<String> takenBy(List<Decision> approvals) {
        return approvals.stream()
                .filter(decision -> decision.step() == step)
                .map(Decision::voice)
                .collect(Collectors.toSet());
    }

    /** The approval with which it was taken, none while it waits. */
    public Optional<Decision> lastOf(List<Decision> approvals) {
        return isTaken(approvals)
                ? approvals.stream().filter(decision -> decision.step() == step).reduce((one, next) -> next)
                : Optional.empty();
    }

    /** Whether the other one asks the same people at the same time. */
    boolean asksTheSame(Step other) {
        return stage == other.stage && roles.equals(other.roles) && people.equals(other.people);
    }

    Step numbered(int number) {
        return new Step(number, stage, roles, people, needed, dueHours, escalate, policy);
    }

    Stream<Seat> seats() {
        return Stream.concat(
                roles.stream().map(role -> new Seat(step, role, null)),
                people.stream().map(login -> new Seat(step, null, login)));
    }
}
