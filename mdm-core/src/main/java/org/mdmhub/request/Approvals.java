package org.mdmhub.request;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldChange;
import org.mdmhub.request.ChangeStatus.Action;
import org.springframework.stereotype.Component;

/** Who must approve, who may, and what a decision does to a request. The caller has locked the request. */
@Component
public class Approvals {

    /** What is laid down for everybody is approved by another lead. */
    private static final List<Step> SETTINGS = List.of(new Step(1, List.of(Role.LEAD)));

    private final EntityManager entities;
    private final ChangeRequests requests;

    Approvals(EntityManager entities, ChangeRequests requests) {
        this.entities = entities;
        this.requests = requests;
    }

    /** The steps that such changes need, in order. None means that they need nobody's approval. */
    public List<Step> policy(String type, List<FieldChange> changes) {
        TreeMap<Integer, Set<Role>> steps = new TreeMap<>();
        entities.createQuery("from ApprovalPolicy", ApprovalPolicy.class).getResultList().stream()
                .filter(row -> row.meets(type, changes))
                .map(ApprovalPolicy::step)
                .forEach(step -> steps.computeIfAbsent(step.step(), number -> EnumSet.noneOf(Role.class))
                        .addAll(step.roles()));
        List<Step> policy = new ArrayList<>();
        steps.forEach((number, roles) -> policy.add(new Step(number, List.copyOf(roles))));
        return policy;
    }

    public void edit(ChangeRequest request, Wish wish, String author) {
        request.edit(wish);
        requests.addAuthor(request.id(), author);
    }

    public void submit(ChangeRequest request, List<FieldChange> changes, Instant now) {
        request.submit(request.subject() == null ? policy(request.type(), changes) : SETTINGS, now);
    }

    public void withdraw(ChangeRequest request) {
        request.withdraw();
    }

    /**
     * Takes somebody's decision.
     *
     * @return true where it was the last approval that the request needs
     * @throws NotAllowed where nothing is to be decided
     * @throws FourEyes where he wrote into it or decided already
     * @throws NotYourStep where he holds none of the step's roles
     */
    public boolean decide(ChangeRequest request, Verdict verdict, Actor actor, Decision.Remark remark, Instant now) {
        if (request.status() != ChangeStatus.APPLIED && fourEyesForbid(request, actor)) {
            throw new FourEyes(actor.login(), request.number());
        }
        request.guard(Action.DECIDE);
        List<Decision> approvals = approvals(request);
        Step step = request.steps().get(approvals.size());
        guardDecision(request, actor, step);
        requests.add(new Decision(request, step.step(), verdict, actor.login(), now, remark));
        switch (verdict) {
            case RETURN -> request.sendBack();
            case REJECT -> request.reject();
            case APPROVE -> {
                return approvals.size() + 1 == request.steps().size();
            }
        }
        return false;
    }

    /** Notes that look-alikes are another thing, as the one who approves says. */
    public void declareDistinct(ChangeRequest request, List<String> codes) {
        request.declareDistinct(codes);
    }

    public void schedule(ChangeRequest request) {
        request.schedule();
    }

    /** Whether he may take the step that the request waits in. */
    public boolean mayDecide(ChangeRequest request, Actor actor) {
        if (!request.status().allows(Action.DECIDE)) {
            return false;
        }
        try {
            guardDecision(request, actor, request.steps().get(approvals(request).size()));
            return true;
        } catch (FourEyes | NotYourStep e) {
            return false;
        }
    }

    /** Whether four eyes keep him from deciding, so that the screen can say so. */
    public boolean fourEyesForbid(ChangeRequest request, Actor actor) {
        return requests.authors(request.id()).contains(actor.login())
                || approvals(request).stream()
                        .anyMatch(decision -> decision.decidedBy().equals(actor.login()));
    }

    private void guardDecision(ChangeRequest request, Actor actor, Step step) {
        if (fourEyesForbid(request, actor)) {
            throw new FourEyes(actor.login(), request.number());
        }
        if (!step.admits(actor, request.ownerUnitId())) {
            throw new NotYourStep(actor.login(), step);
        }
    }

    /** Approvals of the present round, in the order of the steps. */
    public List<Decision> approvals(ChangeRequest request) {
        return requests.decisions(request.id()).stream()
                .filter(decision -> decision.round() == request.round() && decision.verdict() == Verdict.APPROVE)
                .toList();
    }
}
