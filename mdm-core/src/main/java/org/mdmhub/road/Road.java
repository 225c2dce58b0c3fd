package org.mdmhub.road;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.matching.Matching;
import org.mdmhub.matching.Owner;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one road that every change to a master takes, whichever door it comes by. Each verb is one transaction in the
 * hub's own scope; who may see and do what is checked here. Refuses with {@link Refused} and with the exceptions of
 * the request package; after those nothing was written.
 */
@Component
public class Road {

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final Opening opening;
    private final Wishes wishes;
    private final Assessor assessor;
    private final Finishing finishing;
    private final Proposals proposals;
    private final Matching matching;
    private final Deciding deciding;
    private final NamedPapers papers;
    private final Scheduled scheduled;
    private final MergeWishes merges;
    private final MergeEffects effects;
    private final ApplicationEventPublisher events;

    Road(
            RoadTransaction transaction,
            ChangeRequests requests,
            Approvals approvals,
            Opening opening,
            Wishes wishes,
            Assessor assessor,
            Finishing finishing,
            Proposals proposals,
            Matching matching,
            Deciding deciding,
            NamedPapers papers,
            Scheduled scheduled,
            MergeWishes merges,
            MergeEffects effects,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.requests = requests;
        this.approvals = approvals;
        this.opening = opening;
        this.wishes = wishes;
        this.assessor = assessor;
        this.finishing = finishing;
        this.proposals = proposals;
        this.matching = matching;
        this.deciding = deciding;
        this.papers = papers;
        this.scheduled = scheduled;
        this.merges = merges;
        this.effects = effects;
        this.events = events;
    }

    /** A verb is at work on a request; published inside its transaction, so that whoever notes it notes only effects. */
    public record RequestTouched(UUID id) {}

    /** Opens a request and, if he says so, submits it. An ERROR stops a submission; a draft is kept with it. */
    public UUID ask(Ask raw, Actor actor) {
        Ask asked = effects.told(raw, actor);
        return write(actor, "ask", () -> {
            Opening.Found found = opening.find(asked, actor);
            papers.guard(found.ask(), found.record(), null, actor);
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), found.record());
            if (found.ask().submit()) {
                assessment.refuseErrors();
            }
            assessment.refuseNoChange();
            merges.refuseMoved(found.ask().merge(), assessment);
            ChangeRequest request = requests.open(opening.open(found, assessment), actor.login(), now());
            papers.note(request);
            events.publishEvent(new RequestTouched(request.id()));
            if (found.ask().submit()) {
                submit(request, assessment);
            }
            return request.id();
        });
    }

    /**
     * Edits a draft, a returned request or one in conflict; whoever edits becomes an author and decides no more.
     *
     * @param version the request's version that he read
     */
    public void edit(UUID id, int version, Edit edit, Actor actor) {
        write(actor, "edit", () -> {
            ChangeRequest request = writable(id, actor);
            opening.guard(request, actor);
            Opening.Found found = opening.edited(request, edit, actor);
            papers.guard(found.ask(), found.record(), request, actor);
            if (request.version() != version) {
                throw Refused.because(Refused.Reason.STALE);
            }
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), found.record());
            merges.refuseMoved(found.ask().merge(), assessment);
            approvals.edit(request, wishes.of(found.ask(), found.record(), assessment), actor.login());
            papers.note(request);
            return id;
        });
    }

    public void submit(UUID id, Actor actor) {
        write(actor, "submit", () -> {
            ChangeRequest request = writable(id, actor);
            authorOnly(request, actor);
            request.guard(ChangeStatus.Action.SUBMIT);
            opening.guard(request, actor);
            Assessment assessment = assessor.of(request);
            assessment.refuseErrors();
            assessment.refuseNoChange();
            merges.refuseMoved(request.wish().merge(), assessment);
            submit(request, assessment);
            return id;
        });
    }

    void submit(ChangeRequest request, Assessment assessment) {
        requests.looksLike(request.id(), assessment.candidates().size(), assessment.bestScore());
        List<Step> named = proposals.steps(request);
        if (named == null) {
            approvals.submit(request, assessment.policyCase(request), MergeWish.agreeing(request), now());
        } else {
            approvals.submit(request, named, now());
        }
        if (request.kind() == ChangeKind.CREATE && request.subject() == null) {
            matching.keep(Owner.request(request.id()), request.type(), request.ownerUnitId(), assessment.after());
        }
        // nobody is asked, or everybody's word of the round before still holds
        if (approvals.open(request).isEmpty()) {
            finishing.applyOrWait(request, now(), request.kind().merges());
            deciding.merged(request, now());
        }
    }

    /**
     * Approves a step; with the last one the change is applied, or scheduled where its day is still to come.
     *
     * @param distinctFrom codes of look-alikes that he declares to be another thing
     * @return what it is now: CONFLICT is committed and is for the caller to tell
     */
    public ChangeStatus approve(UUID id, @Nullable String comment, List<String> distinctFrom, Actor actor) {
        return write(actor, comment, () -> approve(locked(id, actor), comment, distinctFrom, actor));
    }

    /** The same for a request that the caller has locked, inside his transaction. */
    ChangeStatus approve(ChangeRequest request, @Nullable String comment, List<String> distinctFrom, Actor actor) {
        deciding.approve(request, Deciding.remark(comment, List.of()), distinctFrom, hand(actor, true));
        return request.status();
    }

    /** Sends it back to be mended, naming the fields. */
    public void sendBack(UUID id, @Nullable String comment, List<String> fields, Actor actor) {
        sendBack(id, null, comment, fields, actor);
    }

    /** The same about the version that he looked at and no other. */
    public void sendBack(UUID id, @Nullable Integer seen, @Nullable String comment, List<String> fields, Actor actor) {
        write(actor, comment, () -> {
            deciding.sendBack(locked(id, seen, actor), Deciding.remark(comment, fields), hand(actor, true));
            return id;
        });
    }

    /** Ends it; {@code seen} is the version that he looked at and no other is rejected, null where he does not say. */
    public void reject(UUID id, @Nullable Integer seen, @Nullable String comment, Actor actor) {
        write(actor, comment, () -> {
            deciding.reject(locked(id, seen, actor), Deciding.remark(comment, List.of()), hand(actor, true));
            return id;
        });
    }

    /**
     * One decision of many that were asked for at once: about the version that was on the page and no other.
     *
     * @return what the request now is: CONFLICT is committed and is for the caller to tell
     */
    public ChangeStatus decide(Ruling ruling, Actor actor) {
        return write(actor, ruling.comment(), () -> {
            ChangeRequest request = locked(ruling.id(), ruling.version(), actor);
            deciding.rule(request, ruling, hand(actor, false));
            return request.status();
        });
    }

    private static Deciding.Hand hand(Actor actor, boolean one) {
        return new Deciding.Hand(actor, now(), one);
    }

    /** Takes it back; only who asked can. */
    public void withdraw(UUID id, Actor actor) {
        write(actor, "withdraw", () -> {
            ChangeRequest request = locked(id, actor);
            if (!request.requestedBy().equals(actor.login())) {
                throw Refused.because(Refused.Reason.NOT_REQUESTER);
            }
            approvals.withdraw(request, now());
            matching.forget(Owner.request(id));
            return id;
        });
    }

    /** Applies approved requests whose day has come; one that no longer can be goes back to its author. */
    public void applyDue() {
        scheduled.apply();
    }

    /** For one who may ask in the request's organisations, not only look. */
    private ChangeRequest writable(UUID id, Actor actor) {
        ChangeRequest request = locked(id, actor);
        if (!actor.asksFor().contains(request.orgUnitId()) && !actor.asksFor().contains(request.ownerUnitId())) {
            throw Refused.because(Refused.Reason.NOT_REQUESTER);
        }
        return request;
    }

    /** Who sends a request stands for it: nobody sends what only others wrote, and then decides on it. */
    private void authorOnly(ChangeRequest request, Actor actor) {
        if (!requests.authors(request.id()).contains(actor.login())) {
            throw Refused.because(Refused.Reason.NOT_REQUESTER);
        }
    }

    /** For a decision: while it waits for one, in the version that was looked at; null where he does not say which. */
    ChangeRequest locked(UUID id, @Nullable Integer seen, Actor actor) {
        ChangeRequest request = locked(id, actor);
        if (seen != null && request.status() == ChangeStatus.IN_REVIEW && request.version() != seen) {
            throw Refused.because(Refused.Reason.STALE);
        }
        return request;
    }

    ChangeRequest locked(UUID id, Actor actor) {
        ChangeRequest locked = requests.lock(id)
                .filter(request -> sees(actor, request))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
        events.publishEvent(new RequestTouched(id));
        return locked;
    }

    /** Whether somebody sees a request: his own, and those of his organisations. */
    public static boolean sees(Actor actor, ChangeRequest request) {
        return request.requestedBy().equals(actor.login())
                || actor.units().contains(request.orgUnitId())
                || actor.units().contains(request.ownerUnitId());
    }

    <T> T write(Actor actor, @Nullable String why, Supplier<T> work) {
        String reason = why == null || why.isBlank() ? "decision" : why;
        return transaction.write(() -> {
            new ChangeReason(actor.login(), List.of(), reason, ChangeReason.Cause.REQUEST, null, null).declare();
            return work.get();
        });
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether somebody sees a record. */
    public static boolean sees(Actor actor, MasterRecord record) {
        return Opening.sees(actor, record);
    }
}
