package org.mdmhub.bulk;

import java.util.List;
import java.util.UUID;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.Care;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.road.Ruling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the decisions of a bulk one by one, each in a transaction of the road that also notes its outcome: killed at any
 * moment, each is wholly done or wholly not, and the next worker goes on with those that have no outcome.
 */
@Component
class BulkWork implements Work {

    static final String KIND = "BULK";

    private static final Logger log = LoggerFactory.getLogger(BulkWork.class);
    private static final int BATCH = 5;

    private final Bulks bulks;
    private final Road road;
    private final RequestReader requests;
    private final ObjectProvider<Deciders> deciders;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    BulkWork(
            Bulks bulks,
            Road road,
            RequestReader requests,
            ObjectProvider<Deciders> deciders,
            Jobs jobs,
            TransactionTemplate transactions) {
        this.bulks = bulks;
        this.road = road;
        this.requests = requests;
        this.deciders = deciders;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        UUID id = UUID.fromString(job.subject());
        List<Bulk.Item> batch = bulks.waiting(id, BATCH);
        Bulks.Order order = bulks.order(id);
        batch.forEach(item -> one(id, item, order));
        boolean ended = bulks.waiting(id, 1).isEmpty();
        long done = job.done() + batch.size();
        transactions.executeWithoutResult(status -> jobs.note(job, new Step(done, done, 0, 0, 0, ended)));
    }

    private void one(UUID id, Bulk.Item item, Bulks.Order order) {
        try {
            Actor actor = deciders.getObject()
                    .find(order.askedBy())
                    .filter(found -> found.may(Right.DECIDE))
                    .orElse(null);
            if (actor == null) {
                bulks.refused(id, item.id(), "forbidden");
            } else if (order.verdict() == Verdict.APPROVE && careful(item.id(), actor)) {
                bulks.refused(id, item.id(), "careful");
            } else {
                road.decide(
                        new Ruling(
                                item.id(),
                                item.version(),
                                order.verdict(),
                                order.comment(),
                                status -> bulks.settled(id, item.id(), status)),
                        actor);
            }
        } catch (Bulks.Settled e) {
            log.info("another worker has settled {} of the bulk {}", item.id(), id);
        } catch (TransientDataAccessException | CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            bulks.refused(id, item.id(), code(item.id(), e));
        }
    }

    /** What is worth a second thought is not approved unseen. */
    private boolean careful(UUID request, Actor actor) {
        RequestReader.Detail detail = requests.detail(request, actor);
        return detail.mayDecide() && Care.needed(detail);
    }

    private static String code(UUID request, RuntimeException thrown) {
        if (thrown instanceof FourEyes) {
            return "fourEyes";
        }
        if (thrown instanceof NotYourStep) {
            return "step";
        }
        if (thrown instanceof NotAllowed) {
            return "state";
        }
        if (thrown instanceof Refused refused) {
            return switch (refused.reason()) {
                case NOT_FOUND -> "notFound";
                case STALE, MOVED -> "stale";
                case FROZEN -> "frozen";
                case DUPLICATE -> "duplicate";
                case INVALID -> "invalid";
                case NO_CHANGE -> "noChange";
                case STATE, NOT_REQUESTER, NOT_DEFINER -> "state";
            };
        }
        log.error("the decision on {} failed", request, thrown);
        return "failure";
    }
}
