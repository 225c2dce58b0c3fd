package org.mdmhub.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus.Action;
import org.springframework.stereotype.Component;

/** Gives a step that waits to one person. The caller has locked the request. */
@Component
public class Handover {

    private final ChangeRequests requests;
    private final OpenSteps openSteps;
    private final Seating seating;

    Handover(ChangeRequests requests, OpenSteps openSteps, Seating seating) {
        this.requests = requests;
        this.openSteps = openSteps;
        this.seating = seating;
    }

    /**
     * Gives a step that waits to one person who could take it; who could take it too now, or leads there, does that.
     *
     * @param number of the step, null where only one waits
     * @return the number of the step
     * @throws NotAllowed where nothing is to be decided
     * @throws FourEyes where he wrote into the request
     * @throws NotYourStep where he could take none of it and does not lead
     * @throws Unsuitable where that person could not take it
     */
    public int give(ChangeRequest request, @Nullable Integer number, Actor to, Actor by) {
        if (requests.authors(request.id()).contains(by.login())) {
            throw new FourEyes(by.login(), request.number());
        }
        request.guard(Action.DECIDE);
        List<Step> waiting = seating.open(request).stream()
                .filter(step -> number == null || step.step() == number)
                .toList();
        if (waiting.size() != 1) {
            throw Unsuitable.because("/step", waiting.isEmpty() ? "giveNoStep" : "giveWhich");
        }
        Step step = waiting.get(0);
        boolean his = openSteps.seats(request.id()).stream()
                .anyMatch(seat -> seat.step() == step.step() && seat.admits(by, request.ownerUnitId()));
        if (!his && !by.holds(Role.LEAD, request.ownerUnitId())) {
            throw new NotYourStep(by.login(), waiting);
        }
        if (step.approvalsNeeded() - step.takenBy(seating.approvals(request)).size() != 1) {
            throw Unsuitable.because("/step", "giveSeveral");
        }
        if (!able(request, waiting, to)) {
            throw Unsuitable.because("/to", "giveUnable", to.login());
        }
        if (seating.barred(request, to.login())) {
            throw Unsuitable.because("/to", "giveFourEyes", to.login());
        }
        openSteps.give(request, step.step(), to.login());
        return step.step();
    }

    /** Whether he may give a step that waits to somebody: he could take one, or leads in the owning organisation. */
    public boolean mayGive(ChangeRequest request, Actor by) {
        return request.status().allows(Action.DECIDE)
                && !requests.authors(request.id()).contains(by.login())
                && (by.holds(Role.LEAD, request.ownerUnitId())
                        || seating.step(request, by).isPresent());
    }

    /** Of these people those who could be given one of the steps that wait. */
    public List<Actor> couldTake(ChangeRequest request, List<Actor> people) {
        List<Step> waiting = seating.open(request);
        return people.stream()
                .filter(one -> !seating.barred(request, one.login()) && able(request, waiting, one))
                .toList();
    }

    private static boolean able(ChangeRequest request, List<Step> steps, Actor one) {
        return one.unitsWith(Right.DECIDE).contains(request.ownerUnitId())
                && steps.stream().flatMap(Step::seats).anyMatch(seat -> seat.admits(one, request.ownerUnitId()));
    }
}
