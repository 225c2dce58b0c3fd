package org.mdmhub.road;

import java.util.UUID;
import java.util.function.Consumer;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Approved requests that wait for their day. */
@Component
class Scheduled {

    private static final Logger log = LoggerFactory.getLogger(Scheduled.class);

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Finishing finishing;
    private final ApplicationEventPublisher events;

    Scheduled(
            RoadTransaction transaction,
            ChangeRequests requests,
            Finishing finishing,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.requests = requests;
        this.finishing = finishing;
        this.events = events;
    }

    /** Applies those whose day has come; one that no longer can be applied goes back to its author. */
    void apply() {
        for (UUID id : transaction.read(() -> requests.due(Road.now()))) {
            try {
                due(id, request -> finishing.applyUnlessFrozen(request, Road.now()));
            } catch (Refused e) {
                due(id, ChangeRequest::cannotBeApplied);
            } catch (RuntimeException e) {
                log.error("the scheduled request {} could not be applied; it is tried again", id, e);
            }
        }
    }

    private void due(UUID id, Consumer<ChangeRequest> action) {
        transaction.write(() -> {
            requests.lock(id)
                    .filter(request -> request.status() == ChangeStatus.SCHEDULED)
                    .ifPresent(request -> {
                        events.publishEvent(new Road.RequestTouched(id));
                        action.accept(request);
                    });
            return id;
        });
    }
}
