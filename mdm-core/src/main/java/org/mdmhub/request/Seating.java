package org.mdmhub.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.springframework.stereotype.Component;

/** Which steps of a request wait, and who has a seat in them: himself, or as somebody's substitute. */
@Component
class Seating {

    private final ChangeRequests requests;
    private final OpenSteps openSteps;
    private final Delegations delegations;

    Seating(ChangeRequests requests, OpenSteps openSteps, Delegations delegations) {
        this.requests = requests;
        this.openSteps = openSteps;
        this.delegations = delegations;
    }

    /** The steps that wait now: of the first stage with a step that is not taken, those that are not. */
    List<Step> open(ChangeRequest request) {
        if (request.status() != ChangeStatus.IN_REVIEW) {
            return List.of();
        }
        List<Decision> approvals = approvals(request);
        List<Step> left = request.steps().stream()
                .filter(step -> !step.isTaken(approvals))
                .toList();
        int stage = left.stream().mapToInt(Step::stage).min().orElse(0);
        return left.stream().filter(step -> step.stage() == stage).toList();
    }

    /** He wrote into it, or decided in this round himself or through a substitute. */
    boolean barred(ChangeRequest request, String login) {
        return requests.authors(request.id()).contains(login)
                || approvals(request).stream().anyMatch(decision -> decision.involves(login));
    }

    /**
     * A step that somebody may take.
     *
     * @param insteadOf for whom, null for himself
     */
    record Chair(Step step, @Nullable String insteadOf) {}

    /** His own seat, or that of somebody whose substitute he is and whom four eyes do not keep from deciding. */
    Chair chair(ChangeRequest request, Actor actor) {
        Optional<Step> own = step(request, actor);
        if (own.isPresent()) {
            return new Chair(own.get(), null);
        }
        boolean kept = false;
        for (Actor lender : delegations.lenders(actor.login())) {
            Optional<Step> his = step(request, lender);
            boolean barred = barred(request, lender.login());
            if (his.isPresent() && !barred) {
                return new Chair(his.get(), lender.login());
            }
            kept |= his.isPresent();
        }
        if (kept) {
            throw new FourEyes(actor.login(), request.number());
        }
        throw new NotYourStep(actor.login(), open(request));
    }

    /** The first of the steps that wait in which he has a seat. */
    Optional<Step> step(ChangeRequest request, Actor actor) {
        Set<Integer> his = openSteps.seats(request.id()).stream()
                .filter(seat -> seat.admits(actor, request.ownerUnitId()))
                .map(Seat::step)
                .collect(Collectors.toSet());
        return open(request).stream().filter(step -> his.contains(step.step())).findFirst();
    }

    /** Approvals of the present round, oldest first. */
    List<Decision> approvals(ChangeRequest request) {
        return requests.decisions(request.id()).stream()
                .filter(decision -> decision.round() == request.round() && decision.verdict() == Verdict.APPROVE)
                .toList();
    }
}
