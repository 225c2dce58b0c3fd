package org.mdmhub.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
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
    private final Delegations delegations;
    private final CarryOver carry;

    Approvals(
            ChangeRequests requests, Policies policies, OpenSteps openSteps, Delegations delegations, CarryOver carry) {
        this.requests = requests;
        this.policies = policies;
        this.openSteps = openSteps;
        this.delegations = delegations;
        this.carry = carry;
    }

    /** Whoever wrote into the task wrote into each of its parts. */
    public void author(ChangeRequest request, String login) {
        requests.addAuthor(request.id(), login);
    }

    public void edit(ChangeRequest request, Wish wish, String author) {
        request.edit(wish);
        requests.addAuthor(request.id(), author);
    }

    public void submit(ChangeRequest request, PolicyCase change, Instant now) {
        List<Step> before = request.steps();
        List<Decision> given = approvals(request);
        Set<String> edited = request.editedSinceSubmitted();
        request.submit(request.subject() == null ? policies.steps(change) : SETTINGS, now);
        requests.flush();
        if (!given.isEmpty()) {
            carry.over(request, before, given, edited, now);
        }
        openSteps.keep(request, open(request), now);
    }

    /** The same with steps that somebody else names. */
    public void submit(ChangeRequest request, List<Step> steps, Instant now) {
        request.submit(steps, now);
        requests.flush();
        openSteps.keep(request, open(request), now);
    }

    /** The last decision was taken back: the same steps begin to wait again. */
    public void reopen(ChangeRequest request, Instant now) {
        request.reopen();
        requests.flush();
        openSteps.keep(request, open(request), now);
    }

    /** It needs nobody's approval: the hub's own request, or one that puts back what was approved before. */
    public void submitForItself(ChangeRequest request, Instant now) {
        request.submit(List.of(), now);
        requests.flush();
        openSteps.keep(request, List.of(), now);
    }

    /**
     * Submits it with decisions that were taken on a task of which it is a part; all its steps are taken by them.
     *
     * @param decided the decision on the task for each of its approvals, with the step of this request that it takes
     */
    public void carry(ChangeRequest request, List<Step> steps, List<Carried> decided, String task, Instant now) {
        request.submit(steps, now);
        request.partOf(task);
        requests.flush();
        decided.forEach(one -> requests.add(new Decision(
                request,
                one.step(),
                Verdict.APPROVE,
                one.decision().decidedBy(),
                now,
                new Decision.Remark(task, List.of()))));
        requests.flush();
        if (!open(request).isEmpty()) {
            throw new IllegalStateException("steps of " + request.number() + " are not taken by the task");
        }
    }

    /** A decision on a task and the step of one of its parts that it takes. */
    public record Carried(int step, Decision decision) {}

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
        Chair chair = chair(request, actor);
        requests.add(new Decision(request, chair.step().step(), verdict, actor.login(), now, remark)
                .insteadOf(chair.insteadOf()));
        switch (verdict) {
            case RETURN -> request.sendBack();
            case REJECT -> request.reject();
            case APPROVE -> {
                // it stays in review until what was approved is done
            }
        }
        requests.flush();
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
            wanted = List.of(chair(request, actor).step());
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

    /** It waits for its own day, or for the end of a freeze. */
    public void schedule(ChangeRequest request, @Nullable Instant frozenUntil) {
        request.schedule();
        if (frozenUntil != null) {
            request.waitUntil(frozenUntil);
        }
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

    /** Whether he may take a step that the request waits in, himself or as a substitute. */
    public boolean mayDecide(ChangeRequest request, Actor actor) {
        if (!request.status().allows(Action.DECIDE) || fourEyesForbid(request, actor)) {
            return false;
        }
        try {
            return chair(request, actor).step().step() > 0;
        } catch (FourEyes | NotYourStep e) {
            return false;
        }
    }

    /** For whom he would decide now, empty where for himself or not at all. */
    public Optional<String> decidesFor(ChangeRequest request, Actor actor) {
        return mayDecide(request, actor)
                ? Optional.ofNullable(chair(request, actor).insteadOf())
                : Optional.empty();
    }

    /** Whether four eyes keep him from deciding, so that the screen can say so. */
    public boolean fourEyesForbid(ChangeRequest request, Actor actor) {
        return barred(request, actor.login());
    }

    /** He wrote into it, or decided in this round himself or through a substitute. */
    private boolean barred(ChangeRequest request, String login) {
        return requests.authors(request.id()).contains(login)
                || approvals(request).stream().anyMatch(decision -> decision.involves(login));
    }

    /**
     * A step that somebody may take.
     *
     * @param insteadOf for whom, null for himself
     */
    private record Chair(Step step, @Nullable String insteadOf) {}

    /** His own seat, or that of somebody whose substitute he is and whom four eyes do not keep from deciding. */
    private Chair chair(ChangeRequest request, Actor actor) {
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
    private Optional<Step> step(ChangeRequest request, Actor actor) {
        Set<Integer> his = openSteps.seats(request.id()).stream()
                .filter(seat -> seat.admits(actor, request.ownerUnitId()))
                .map(Seat::step)
                .collect(Collectors.toSet());
        return open(request).stream().filter(step -> his.contains(step.step())).findFirst();
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
    public int reassign(ChangeRequest request, @Nullable Integer number, Actor to, Actor by) {
        if (requests.authors(request.id()).contains(by.login())) {
            throw new FourEyes(by.login(), request.number());
        }
        request.guard(Action.DECIDE);
        List<Step> waiting = open(request).stream()
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
        if (step.approvalsNeeded() - step.takenBy(approvals(request)).size() != 1) {
            throw Unsuitable.because("/step", "giveSeveral");
        }
        if (!able(request, waiting, to)) {
            throw Unsuitable.because("/to", "giveUnable", to.login());
        }
        if (barred(request, to.login())) {
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
                        || step(request, by).isPresent());
    }

    /** Of these people those who could be given one of the steps that wait. */
    public List<Actor> couldTake(ChangeRequest request, List<Actor> people) {
        List<Step> waiting = open(request);
        return people.stream()
                .filter(one -> !barred(request, one.login()) && able(request, waiting, one))
                .toList();
    }

    private static boolean able(ChangeRequest request, List<Step> steps, Actor one) {
        return one.unitsWith(Right.DECIDE).contains(request.ownerUnitId())
                && steps.stream().flatMap(Step::seats).anyMatch(seat -> seat.admits(one, request.ownerUnitId()));
    }

    /** Approvals of the present round, oldest first. */
    public List<Decision> approvals(ChangeRequest request) {
        return requests.decisions(request.id()).stream()
                .filter(decision -> decision.round() == request.round() && decision.verdict() == Verdict.APPROVE)
                .toList();
    }
}
