package org.mdmhub.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Seating seating;
    private final CarryOver carry;

    Approvals(ChangeRequests requests, Policies policies, OpenSteps openSteps, Seating seating, CarryOver carry) {
        this.requests = requests;
        this.policies = policies;
        this.openSteps = openSteps;
        this.seating = seating;
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

    /** @param agreeing roles of which one must approve besides, whatever the policies say; none for nobody */
    public void submit(ChangeRequest request, PolicyCase change, List<Role> agreeing, Instant now) {
        List<Step> before = request.steps();
        List<Decision> given = approvals(request);
        Set<String> edited = request.editedSinceSubmitted();
        request.submit(request.subject() == null ? with(agreeing, policies.steps(change)) : SETTINGS, now);
        requests.flush();
        if (!given.isEmpty()) {
            carry.over(request, before, given, edited, now);
        }
        openSteps.keep(request, open(request), now);
    }

    private static List<Step> with(List<Role> agreeing, List<Step> steps) {
        if (agreeing.isEmpty() || steps.stream().anyMatch(step -> step.roles().equals(agreeing))) {
            return steps;
        }
        int last = steps.stream().mapToInt(Step::step).max().orElse(0);
        List<Step> all = new ArrayList<>(steps);
        all.add(Step.of(last + 1, agreeing));
        return all;
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
        Seating.Chair chair = seating.chair(request, actor);
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
            wanted = List.of(seating.chair(request, actor).step());
        }
        request.narrow(part, renumbered(wanted, request.steps()));
        requests.flush();
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

    /** Whether he may take a step that the request waits in, himself or as a substitute. */
    public boolean mayDecide(ChangeRequest request, Actor actor) {
        if (!request.status().allows(Action.DECIDE) || fourEyesForbid(request, actor)) {
            return false;
        }
        try {
            return seating.chair(request, actor).step().step() > 0;
        } catch (FourEyes | NotYourStep e) {
            return false;
        }
    }

    /** For whom he would decide now, empty where for himself or not at all. */
    public Optional<String> decidesFor(ChangeRequest request, Actor actor) {
        return mayDecide(request, actor)
                ? Optional.ofNullable(seating.chair(request, actor).insteadOf())
                : Optional.empty();
    }

    /** Whether four eyes keep him from deciding, so that the screen can say so. */
    public boolean fourEyesForbid(ChangeRequest request, Actor actor) {
        return seating.barred(request, actor.login());
    }

    /** The steps that wait now. */
    public List<Step> open(ChangeRequest request) {
        return seating.open(request);
    }

    /** Approvals of the present round, oldest first. */
    public List<Decision> approvals(ChangeRequest request) {
        return seating.approvals(request);
    }
}
