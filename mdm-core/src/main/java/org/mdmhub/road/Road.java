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
import org.mdmhub.request.Decision;
import org.mdmhub.request.Step;
import org.mdmhub.request.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one road that every change to a master takes, whichever door it comes by. Each verb is one transaction in the
 * hub's own scope; who may see and do what is checked here. Refuses with {@link Refused} and with the exceptions of
 * the request package; after those nothing was written.
 */
@Component
public class Road {

    private static final Logger log = LoggerFactory.getLogger(Road.class);

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final Opening opening;
    private final Wishes wishes;
    private final Assessor assessor;
    private final Application application;
    private final Freezing freezing;
    private final Proposals proposals;
    private final Matching matching;
    private final ApplicationEventPublisher events;

    Road(
            RoadTransaction transaction,
            ChangeRequests requests,
            Approvals approvals,
            Opening opening,
            Wishes wishes,
            Assessor assessor,
            Application application,
            Freezing freezing,
            Proposals proposals,
            Matching matching,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.requests = requests;
        this.approvals = approvals;
        this.opening = opening;
        this.wishes = wishes;
        this.assessor = assessor;
        this.application = application;
        this.freezing = freezing;
        this.proposals = proposals;
        this.matching = matching;
        this.events = events;
    }

    /** A verb is at work on a request; published inside its transaction, so that whoever notes it notes only effects. */
    public record RequestTouched(UUID id) {}

    /** Opens a request and, if he says so, submits it. An ERROR stops a submission; a draft is kept with it. */
    public UUID ask(Ask raw, Actor actor) {
        return write(actor, "ask", () -> {
            Opening.Found found = opening.find(raw, actor);
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), found.record());
            if (found.ask().submit()) {
                assessment.refuseErrors();
            }
            assessment.refuseNoChange();
            ChangeRequest request = requests.open(opening.open(found, assessment), actor.login(), now());
            if (found.ask().submit()) {
                submit(request, assessment);
            }
            events.publishEvent(new RequestTouched(request.id()));
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
            Opening.Found found = opening.edited(request, edit);
            if (request.version() != version) {
                throw Refused.because(Refused.Reason.STALE);
            }
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), found.record());
            approvals.edit(request, wishes.of(found.ask(), found.record(), assessment), actor.login());
            return id;
        });
    }

    public void submit(UUID id, Actor actor) {
        write(actor, "submit", () -> {
            ChangeRequest request = writable(id, actor);
            authorOnly(request, actor);
            opening.guard(request, actor);
            Assessment assessment = assessor.of(request);
            assessment.refuseErrors();
            assessment.refuseNoChange();
            submit(request, assessment);
            return id;
        });
    }

    private void submit(ChangeRequest request, Assessment assessment) {
        List<Step> named = proposals.steps(request);
        if (named == null) {
            approvals.submit(request, assessment.policyCase(request), now());
        } else {
            approvals.submit(request, named, now());
        }
        if (request.kind() == ChangeKind.CREATE && request.subject() == null) {
            matching.keep(Owner.request(request.id()), request.type(), request.ownerUnitId(), assessment.after());
        }
        if (request.steps().isEmpty()) {
            applyOrWait(request, now());
        }
    }

    /** What is approved is done now, on its day, or at the end of a freeze. */
    private void applyOrWait(ChangeRequest request, Instant now) {
        Instant from = request.wish().effectiveFrom();
        if (from != null && from.isAfter(now)) {
            approvals.schedule(request, null);
            return;
        }
        Instant thaw = freezing.refuseOrWait(request, now);
        if (thaw != null) {
            approvals.schedule(request, thaw);
        } else {
            application.apply(request, now);
        }
    }

    /**
     * Approves a step; with the last one the change is applied, or scheduled where its day is still to come.
     *
     * @param distinctFrom codes of look-alikes that he declares to be another thing
     * @return what it is now: CONFLICT is committed and is for the caller to tell
     */
    public ChangeStatus approve(UUID id, @Nullable String comment, List<String> distinctFrom, Actor actor) {
        return write(actor, comment, () -> {
            ChangeRequest request = locked(id, actor);
            Instant now = now();
            var remark = remark(comment, List.of());
            boolean last = approvals.decide(request, Verdict.APPROVE, actor, remark, now);
            approvals.declareDistinct(request, distinctFrom);
            requests.flush();
            if (last) {
                applyOrWait(request, now);
            }
            return request.status();
        });
    }

    /** Sends it back to be mended, naming the fields. */
    public void sendBack(UUID id, @Nullable String comment, List<String> fields, Actor actor) {
        write(actor, comment, () -> {
            ChangeRequest request = locked(id, actor);
            approvals.decide(request, Verdict.RETURN, actor, remark(comment, fields), now());
            return id;
        });
    }

    public void reject(UUID id, @Nullable String comment, Actor actor) {
        write(actor, comment, () -> {
            ChangeRequest request = locked(id, actor);
            approvals.decide(request, Verdict.REJECT, actor, remark(comment, List.of()), now());
            matching.forget(Owner.request(id));
            return id;
        });
    }

    private static Decision.Remark remark(@Nullable String comment, List<String> fields) {
        AskRules.text("/comment", comment);
        AskRules.storable("/fields", fields);
        return new Decision.Remark(comment, fields);
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
        for (UUID id : transaction.read(() -> requests.due(now()))) {
            try {
                due(id, request -> applyUnlessFrozen(request, now()));
            } catch (Refused e) {
                due(id, ChangeRequest::cannotBeApplied);
            } catch (RuntimeException e) {
                log.error("the scheduled request {} could not be applied; it is tried again", id, e);
            }
        }
    }

    private void applyUnlessFrozen(ChangeRequest request, Instant now) {
        Instant thaw = freezing.waits(request, now);
        if (thaw != null) {
            request.waitUntil(thaw);
        } else {
            application.apply(request, now);
        }
    }

    private void due(UUID id, java.util.function.Consumer<ChangeRequest> action) {
        transaction.write(() -> {
            requests.lock(id)
                    .filter(request -> request.status() == ChangeStatus.SCHEDULED)
                    .ifPresent(action);
            return id;
        });
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

    private ChangeRequest locked(UUID id, Actor actor) {
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

    private <T> T write(Actor actor, @Nullable String why, Supplier<T> work) {
        String reason = why == null || why.isBlank() ? "decision" : why;
        return transaction.write(() -> {
            new ChangeReason(actor.login(), List.of(), reason, ChangeReason.Cause.REQUEST, null, null).declare();
            return work.get();
        });
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether somebody sees a record. */
    public static boolean sees(Actor actor, MasterRecord record) {
        return Opening.sees(actor, record);
    }
}
