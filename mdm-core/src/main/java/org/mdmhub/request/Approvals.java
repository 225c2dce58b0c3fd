package org.mdmhub.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus.Action;
import org.springframework.stereotype.Component;

/** Who may approve, and what a decision does to a request. The caller has locked the request. */
@Component
public class Approvals {

    /** What is laid down for everybody is approved by another lead. */
    private static final List<Step> SETTINGS = List.of(Step.of(1, List.of(Role.LEAD)));

    private final ChangeRequests requests;
    private final Policies policies;
    private final OpenSteps openSteps;

    Approvals(ChangeRequests requests, Policies policies, OpenSteps openSteps) {
        this.requests = requests;
        this.policies = policies;
        this.openSteps = openSteps;
    }

    public void edit(ChangeRequest request, Wish wish, String author) {
        request.edit(wish);
        requests.addAuthor(request.id(), author);
    }

    public void submit(ChangeRequest request, PolicyCase change, Instant now) {
        request.submit(request.subject() == null ? policies.steps(change) : SETTINGS, now);
        requests.flush();
        openSteps.keep(request, open(request), now);
    }

    /** Needs nobody's approval. */
    public void takeAsApproved(ChangeRequest request, Instant now) {
        request.submit(List.of(), now);
        requests.flush();
    }

    /** The last decision was taken back: the same steps begin to wait again. */
    public void reopen(ChangeRequest request, Instant now) {
        request.reopen();
        requests.flush();
        openSteps.keep(request, open(request), now);
    }

    public void withdraw(ChangeRequest request, Instant now) {
        request.withdraw();
        openSteps.keep(request, List.of(), now);
    }

    /**
     * Takes somebody's decision.
     *
     * @return true where it was the last approval that the request needs
     * @throws NotAllowed where nothing is to be decided
     * @throws FourEyes where he wrote into it or decided already
     * @throws NotYourStep where he has a seat in none of the steps that wait
     */
    public boolean decide(ChangeRequest request, Verdict verdict, Actor actor, Decision.Remark remark, Instant now) {
        if (request.status() != ChangeStatus.APPLIED && fourEyesForbid(request, actor)) {
            throw new FourEyes(actor.login(), request.number());
        }
        request.guard(Action.DECIDE);
        Step step = step(request, actor).orElseThrow(() -> new NotYourStep(actor.login(), open(request)));
        requests.add(new Decision(request, step.step(), verdict, actor.login(), now, remark));
        switch (verdict) {
            case RETURN -> request.sendBack();
            case REJECT -> request.reject();
            case APPROVE -> {
                // it stays in review until what was approved is done
            }
        }
        List<Step> open = open(request);
        openSteps.keep(request, open, now);
        return verdict == Verdict.APPROVE && open.isEmpty();
    }

    /**
     * Keeps only a part of a request, to be judged by the policy that this part meets; the decisions of its round stay
     * with the steps that ask the same people as before. Where the part needs nobody, the step that he could take stays.
     *
     * @throws NotYourStep where the part needs nobody and he could take no step of the whole
     */
    public void narrow(ChangeRequest request, Wish part, PolicyCase change, Actor actor, Instant now) {
        List<Step> wanted = policies.steps(change);
        if (wanted.isEmpty()) {
            wanted = List.of(step(request, actor).orElseThrow(() -> new NotYourStep(actor.login(), open(request))));
        }
        request.narrow(part, renumbered(wanted, request.steps()));
        requests.flush();
        openSteps.keep(request, List.of(), now);
        openSteps.keep(request, open(request), now);
    }

    /** With the numbers by which the steps were known that ask the same people; others are counted on. */
    private static List<Step> renumbered(List<Step> wanted, List<Step> known) {
        int next = known.stream().mapToInt(Step::step).max().orElse(0) + 1;
        List<Step> steps = new ArrayList<>();
        for (Step step : wanted) {
            Step same = known.stream().filter(step::asksTheSame).findFirst().orElse(null);
            steps.add(step.numbered(same == null ? next++ : same.step()));
        }
        return steps;
    }

    /** Lets the rest of a request go on as one of its own: of the same requester and authors, without decisions. */
    public ChangeRequest rest(ChangeRequest request, Wish rest, Instant now) {
        ChangeRequest other = requests.open(Beginning.rest(request, rest), request.requestedBy(), now);
        requests.authors(request.id()).forEach(author -> requests.addAuthor(other.id(), author));
        return other;
    }

    /** Notes that look-alikes are another thing, as the one who approves says. */
    public void declareDistinct(ChangeRequest request, List<String> codes) {
        request.declareDistinct(codes);
    }

    public void schedule(ChangeRequest request) {
        request.schedule();
    }

    /** The steps that wait now: of the first stage with a step that is not taken, those that are not. */
    public List<Step> open(ChangeRequest request) {
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

    /** Whether he may take a step that the request waits in. */
    public boolean mayDecide(ChangeRequest request, Actor actor) {
        return request.status().allows(Action.DECIDE)
                && !fourEyesForbid(request, actor)
                && step(request, actor).isPresent();
    }

    /** Whether four eyes keep him from deciding, so that the screen can say so. */
    public boolean fourEyesForbid(ChangeRequest request, Actor actor) {
        return requests.authors(request.id()).contains(actor.login())
                || approvals(request).stream()
                        .anyMatch(decision -> decision.decidedBy().equals(actor.login()));
    }

    /** The first of the steps that wait in which he has a seat. */
    private Optional<Step> step(ChangeRequest request, Actor actor) {
        Set<Integer> his = openSteps.seats(request.id()).stream()
                .filter(seat -> seat.admits(actor, request.ownerUnitId()))
                .map(Seat::step)
                .collect(Collectors.toSet());
        return open(request).stream().filter(step -> his.contains(step.step())).findFirst();
    }

    /** Approvals of the present round, oldest first. */
    public List<Decision> approvals(ChangeRequest request) {
        return requests.decisions(request.id()).stream()
                .filter(decision -> decision.round() == request.round() && decision.verdict() == Verdict.APPROVE)
                .toList();
    }
}
